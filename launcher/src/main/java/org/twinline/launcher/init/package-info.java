/**
 * Writes a first job file: over the samples, or over data whose form is found by looking.
 *
 * <p>Start at {@link org.twinline.launcher.init.Init}.
 */
@NullMarked
package org.twinline.launcher.init;

import org.jspecify.annotations.NullMarked;
