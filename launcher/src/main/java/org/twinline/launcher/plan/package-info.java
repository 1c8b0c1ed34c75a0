/**
 * What a run would do, before it does it: configuration with origins, inputs counted from a sample,
 * hashes of all that is named, stages, time and memory; and whether any of it changed since.
 *
 * <p>Start at {@link org.twinline.launcher.plan.PlanCommand}. Nothing is judged here, and models
 * are not started: {@code twinline doctor} does that.
 */
@NullMarked
package org.twinline.launcher.plan;

import org.jspecify.annotations.NullMarked;
