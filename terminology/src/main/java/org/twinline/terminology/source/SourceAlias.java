package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.List;
import org.twinline.core.Require;

/**
 * A text as people write it, with the names of everything it means: what a coder has learnt, and
 * what linking learns from. One standard name makes the text a name of that concept; several are
 * kept for linking alone.
 *
 * @param standard at least one name
 */
public record SourceAlias(String text, List<String> standard, Origin origin) {
  public SourceAlias {
    standard = List.copyOf(standard);
    Require.argument(!text.isBlank(), "Cannot make an alias of nothing");
    Require.argument(!standard.isEmpty(), "Cannot make an alias without a standard name");
  }

  /** Where it was read. */
  public record Origin(Path file, long line) {}
}
