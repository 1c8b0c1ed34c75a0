package org.twinline.launcher.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.dataset.DatasetNames;

/**
 * What may lie in a run's output folder before it starts: nothing, or what a run that was killed
 * left. Such a run is known by its staging folder, which is the last thing a run removes; once its
 * {@code _SUCCESS} is there it is finished, and its folder is left alone.
 */
public final class OutputFolder {
  /** Where workers write, below the output folder. */
  public static final String STAGING = ".staging";

  /** All that a run writes there. */
  private static final Set<String> OWN =
      Set.of(
          STAGING,
          DatasetNames.TRIPLES,
          DatasetNames.PROMPTS,
          DatasetNames.PREFERENCES,
          DatasetNames.BEST_ANSWERS,
          DatasetNames.REJECTED,
          DatasetNames.DEAD_LETTERS,
          "exports",
          "manifest.json",
          "report.json",
          "report.html",
          "README.md",
          "croissant.json");

  private OutputFolder() {}

  /** The names in a folder that keep a run out of it, sorted; empty where it may start. */
  public static List<String> foreign(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names;
    try (Stream<Path> listing = Files.list(folder)) {
      names = listing.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
    boolean unfinished = names.contains(STAGING) && !names.contains(DatasetCommit.SUCCESS);
    return unfinished ? names.stream().filter(name -> !OWN.contains(name)).toList() : names;
  }
}
