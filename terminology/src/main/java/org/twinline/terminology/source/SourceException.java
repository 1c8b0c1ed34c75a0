package org.twinline.terminology.source;

import java.util.List;
import java.util.stream.Collectors;
import org.twinline.terminology.TerminologyException;

/** Sources that cannot be read, with every place that is wrong (the first hundred). */
public final class SourceException extends TerminologyException {
  private static final long serialVersionUID = 1L;

  private final transient List<SourceProblem> problems;

  /** An error with at least one problem; the message shows the first ten. */
  public SourceException(List<SourceProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<SourceProblem> problems) {
    String shown =
        problems.stream().limit(10).map(SourceProblem::toString).collect(Collectors.joining("\n"));
    int more = problems.size() - 10;
    return more > 0 ? shown + "\n… and " + more + " more" : shown;
  }

  /** What is wrong, in reading order. */
  public List<SourceProblem> problems() {
    return problems;
  }
}
