package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.source.SourceSpec;

/**
 * What {@code twinline terminology …} does. The index directory is always the first argument of a
 * command on an index. With {@code json}, standard output holds one JSON document and nothing else.
 */
public interface TerminologyActions {

  /**
   * Builds an index from its sources into a directory that is absent or empty.
   *
   * @param list a file with sources, which come before the others
   * @param base where the paths of that file start; its own folder where empty
   */
  ExitCode build(
      Path out, List<SourceSpec> sources, Optional<Path> list, Optional<Path> base, boolean json);

  /**
   * Fits the linker of an index to texts with their standard names.
   *
   * @param system the system whose names are linked to, where the pairs' names do not tell
   */
  ExitCode train(Path index, List<Path> pairs, Optional<String> system, boolean json);

  /** Tells what an index holds and was built from. */
  ExitCode info(Path index, boolean json);

  /** Shows the concepts that bear a name or code, or the nearest to an unknown name. */
  ExitCode lookUp(Path index, String text, boolean json);

  /**
   * Links the texts of a JSONL file to concepts.
   *
   * @param top how many candidates are kept for each mention, at least 1
   */
  ExitCode link(Path index, Path input, Path output, int top);

  /** Marks the concepts named in a text. */
  ExitCode tag(Path index, String text, boolean json);

  /** Compares two concepts, given by name or code, by every measure. */
  ExitCode compare(Path index, String a, String b, boolean json);

  /** Reads an index whole and checks that its parts agree. */
  ExitCode check(Path index, boolean json);
}
