package org.twinline.core.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Candidate;

/**
 * A candidate with what was found about it so far. A rejected candidate keeps its first rejection.
 */
public record Judged(Candidate candidate, List<Score> scores, List<Rejection> rejections) {
  public Judged {
    scores = List.copyOf(scores);
    rejections = List.copyOf(rejections);
  }

  /** A candidate nothing is known about yet. */
  public static Judged fresh(Candidate candidate) {
    return new Judged(candidate, List.of(), List.of());
  }

  /** Whether the candidate was rejected. */
  public boolean rejected() {
    return !rejections.isEmpty();
  }

  /** The score of that name, empty where it is missing. */
  public Optional<Score> score(String name) {
    return scores.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** With one more score. */
  public Judged with(Score score) {
    List<Score> all = new ArrayList<>(scores);
    all.add(score);
    return new Judged(candidate, all, rejections);
  }

  /** Rejected for this reason, unless it already was. */
  public Judged reject(Rejection rejection) {
    return rejected() ? this : new Judged(candidate, scores, List.of(rejection));
  }
}
