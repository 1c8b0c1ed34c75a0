/**
 * Runs a job: resolves what it names, builds the pipeline, runs it, commits the output and writes
 * manifest and report. Start at {@link org.twinline.launcher.run.JobRun}.
 */
@NullMarked
package org.twinline.launcher.run;

import org.jspecify.annotations.NullMarked;
