package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinline.core.Require;
import org.twinline.launcher.job.Suggestion;

/** A source of a terminology as given on the command line: {@code table:PATH}. */
public record Source(Format format, Path path) {

  /** The formats there are. */
  public enum Format {
    /** Tables of concepts, designations and relations. */
    TABLE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it has no known format or no path
   */
  static Source parse(String text) {
    int colon = text.indexOf(':');
    Require.argument(
        colon > 0 && colon < text.length() - 1,
        "illegal source: '%s', must be FORMAT:PATH, for example table:terms/",
        text);
    String format = text.substring(0, colon);
    List<String> words = Arrays.stream(Format.values()).map(Format::word).toList();
    Require.argument(
        words.contains(format),
        "unknown source format '%s'%s",
        format,
        Suggestion.of(format, words)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("; known are: " + String.join(", ", words)));
    return new Source(
        Format.valueOf(format.toUpperCase(Locale.ROOT)), Path.of(text.substring(colon + 1)));
  }
}
