/**
 * Job files: read with their places, checked against the published schema, turned into records.
 *
 * <p>Start at {@link org.twinline.launcher.job.JobFile#load}; {@link org.twinline.launcher.job.Job}
 * is what comes out. Running a job is not here.
 */
@NullMarked
package org.twinline.launcher.job;

import org.jspecify.annotations.NullMarked;
