package org.twinline.launcher.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies beside a path that is not there. */
final class Siblings {
  /** A folder of more entries is not searched for what might have been meant. */
  private static final int MOST = 10_000;

  private Siblings() {}

  /** {@code ; did you mean x?}, or that the folder is not there either, or nothing. */
  static String asked(Path missing) {
    @Nullable Path folder = missing.toAbsolutePath().getParent();
    @Nullable Path name = missing.getFileName();
    if (folder == null || name == null) {
      return "";
    }
    if (!Files.isDirectory(folder)) {
      return "; its directory does not exist either";
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries.limit(MOST).map(entry -> String.valueOf(entry.getFileName())).toList();
      return Suggestion.of(name.toString(), names)
          .map(near -> missing.resolveSibling(near).toString())
          .map(near -> "; did you mean '" + Shown.plain(near) + "'?")
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      return ""; // a suggestion is not worth a second error
    }
  }
}
