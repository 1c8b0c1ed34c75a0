package org.twinline.launcher.terms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.cli.TerminologyActions;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.source.SourceSpec;

/** {@code twinline terminology …}. */
public final class TerminologyCommands implements TerminologyActions {
  private final Terminal terminal;

  /** Commands that write to a terminal. */
  public TerminologyCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode build(
      Path out, List<SourceSpec> sources, Optional<Path> list, Optional<Path> base, boolean json) {
    return new BuildIndex(terminal, json).run(out, sources, list, base);
  }

  @Override
  public ExitCode train(Path index, List<Path> pairs, Optional<String> system, boolean json) {
    return new TrainLinker(terminal, json).run(index, pairs, system);
  }

  @Override
  public ExitCode info(Path index, boolean json) {
    return new DescribeIndex(terminal, json).run(index);
  }

  @Override
  public ExitCode lookUp(Path index, String text, boolean json) {
    return with(index, t -> new LookUpName(terminal, json).run(t, text));
  }

  @Override
  public ExitCode link(Path index, Path input, Path output, int top) {
    if (top < 1) {
      throw new Failure(ExitCode.USAGE, "illegal --top: " + top + ", must be at least 1", "");
    }
    return with(index, t -> new LinkTexts(terminal).run(t, input, output, top));
  }

  @Override
  public ExitCode tag(Path index, String text, boolean json) {
    return with(index, t -> new TagText(terminal, json).run(t, text));
  }

  @Override
  public ExitCode compare(Path index, String a, String b, boolean json) {
    return with(index, t -> new CompareConcepts(terminal, json).run(t, a, b));
  }

  @Override
  public ExitCode check(Path index, boolean json) {
    return with(index, t -> new CheckIndex(terminal, json).run(t));
  }

  private static ExitCode with(Path index, Function<Terminology, ExitCode> command) {
    try (Terminology terminology = Terminology.open(index)) {
      return command.apply(terminology);
    } catch (TerminologyException e) {
      throw unusable(e);
    }
  }

  /** The failure of an index that cannot be opened. */
  static Failure unusable(TerminologyException e) {
    return new Failure(
        ExitCode.USAGE,
        String.valueOf(e.getMessage()),
        "make an index with: twinline terminology build --out DIR --source FORMAT:PATH",
        e);
  }

  /** The failure of a file that cannot be read or written. */
  static Failure unreadable(String doing, IOException e) {
    return new Failure(ExitCode.RUNNER_FAILED, doing + ": " + e, "", e);
  }
}
