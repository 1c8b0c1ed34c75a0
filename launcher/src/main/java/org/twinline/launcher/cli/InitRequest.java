package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.twinline.launcher.job.Job;

/**
 * What {@code twinline init} is asked.
 *
 * @param directory where the job file is written
 * @param line the job's line; by the data, or both, where empty
 * @param data a file or pattern; the samples where empty
 */
public record InitRequest(Path directory, Optional<Job.Line> line, Optional<String> data) {}
