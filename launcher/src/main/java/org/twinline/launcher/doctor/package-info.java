/**
 * Whether this machine, this installation and a job's parts are fit for a run.
 *
 * <p>Start at {@link org.twinline.launcher.doctor.Doctor}. Nothing is changed, but for files of its
 * own that are written and removed where an output will be.
 */
@NullMarked
package org.twinline.launcher.doctor;

import org.jspecify.annotations.NullMarked;
