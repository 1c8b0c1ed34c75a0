package org.twinline.launcher.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, each once, and shows it with the lines of the file. */
final class Problems {
  private static final int WIDEST = 120;

  /** More says nothing new, and a hostile file must not make the list long. */
  private static final int MOST = 200;

  private record Problem(JobErrorCode code, Place place, Pointer at, String message) {}

  private final List<String> lines;
  private final List<Problem> found = new ArrayList<>();

  Problems(String text) {
    lines = List.of(text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1));
  }

  /** Reports values that are right alone and not together. */
  void add(Place place, Pointer at, String message) {
    add(JobErrorCode.UNFIT, place, at, message);
  }

  void add(JobErrorCode code, Place place, Pointer at, String message) {
    Problem problem = new Problem(code, place, at, message);
    if (found.size() < MOST && !found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Whether something at or below a value is wrong. */
  boolean below(Pointer at) {
    return found.stream().anyMatch(problem -> problem.at().startsWith(at));
  }

  /** Whether a value lies at or below something that is wrong. */
  boolean above(Pointer at) {
    return found.stream()
        .anyMatch(problem -> !problem.at().isRoot() && at.startsWith(problem.at()));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** All errors in the order of the file, the overrides' last. */
  List<JobError> errors() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::place))
        .map(
            problem ->
                new JobError(
                    problem.code(),
                    problem.place().toString(),
                    problem.message(),
                    excerpt(problem.place())))
        .toList();
  }

  private Optional<String> excerpt(Place place) {
    if (!place.inFile() || place.line() > lines.size()) {
      return Optional.empty();
    }
    int[] line = lines.get(place.line() - 1).codePoints().toArray();
    int column = Math.min(place.column() - 1, line.length);
    int from = Math.max(0, Math.min(column - WIDEST / 2, line.length - WIDEST));
    int to = Math.min(line.length, from + WIDEST);
    StringBuilder shown = new StringBuilder("  ");
    StringBuilder caret = new StringBuilder("  ");
    for (int i = from; i < to; i++) {
      String one = Shown.character(line[i]);
      shown.append(one);
      if (i < column) {
        caret.append(line[i] == '\t' ? "\t" : " ".repeat(Shown.width(one)));
      }
    }
    return Optional.of(shown.append('\n').append(caret).append('^').toString());
  }
}
