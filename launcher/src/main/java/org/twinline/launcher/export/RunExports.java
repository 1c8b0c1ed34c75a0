package org.twinline.launcher.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.export.ExportedFile;
import org.twinline.core.export.Exports;
import org.twinline.core.export.Trainer;

/** The files for trainers that a run makes at its end. */
public final class RunExports {
  /** The folder of a run that holds them, one folder a trainer. */
  public static final String FOLDER = "exports";

  private RunExports() {}

  /**
   * Makes them in the staging folder and moves them to {@code exports/} of the run as a whole;
   * nothing where no trainer is named.
   *
   * @param datasets committed already
   */
  public static List<ExportedFile> write(
      Path root, Path staging, List<DatasetSummary> datasets, Collection<Trainer> trainers)
      throws IOException {
    if (trainers.isEmpty()) {
      return List.of();
    }
    List<Exports.Source> sources =
        datasets.stream()
            .map(
                dataset ->
                    new Exports.Source(
                        dataset.name(),
                        dataset.shards().stream()
                            .map(shard -> root.resolve(dataset.name()).resolve(shard.file()))
                            .toList()))
            .toList();
    Path staged = staging.resolve(FOLDER);
    List<ExportedFile> files =
        Exports.into(staged, staging.resolve("sorting")).write(sources, EnumSet.copyOf(trainers));
    Files.move(staged, root.resolve(FOLDER), StandardCopyOption.ATOMIC_MOVE);
    return files;
  }
}
