package org.twinline.reward.step;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.BatchStep;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Triple;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.Scored;

/** Scores some candidates of many groups with one model bundle in one call. */
abstract class ModelStep implements BatchStep {
  private static final long serialVersionUID = 1;
  private final ModelJob job;
  private transient @Nullable BundleScorer scorer;

  ModelStep(ModelJob job) {
    this.job = job;
  }

  /** Whether the model must score this candidate. */
  abstract boolean concerns(Question question, Judged judged);

  /** The candidate with the model's scores, which are empty where the model has none for it. */
  abstract Judged judge(Judged judged, List<Score> scores);

  @Override
  public void open() {
    BundleScorer opened = BundleScorer.open(job.bundle().path(), job.access());
    boolean right = false;
    try {
      job.require(opened.cards().get(0));
      right = true;
    } finally {
      if (!right) {
        opened.close();
      }
    }
    scorer = opened;
  }

  @Override
  public boolean concerns(JudgedGroup group) {
    return group.candidates().stream().anyMatch(j -> concerns(group.question(), j));
  }

  @Override
  public List<JudgedGroup> apply(List<JudgedGroup> groups) {
    List<Triple> triples = new ArrayList<>();
    for (JudgedGroup group : groups) {
      for (Judged judged : group.candidates()) {
        if (concerns(group.question(), judged)) {
          triples.add(new Triple(group.question(), judged.candidate()));
        }
      }
    }
    if (triples.isEmpty()) {
      return groups;
    }
    if (scorer == null) {
      throw new IllegalStateException("Cannot score before the step is open");
    }
    var scores = scorer.scoreAll(triples).iterator();
    return groups.stream()
        .map(
            group ->
                group.map(
                    judged ->
                        concerns(group.question(), judged)
                            ? judgeOrReject(judged, scores.next())
                            : judged))
        .toList();
  }

  /** A number that is not finite is never ranked, and never taken for a score that is missing. */
  private Judged judgeOrReject(Judged judged, Scored scored) {
    if (scored.failed().isEmpty()) {
      return judge(judged, scored.scores());
    }
    return judged.reject(Rejection.of(RejectionReason.NON_FINITE_SCORE, 1, scored.failed().get(0)));
  }

  @Override
  public void close() {
    if (scorer != null) {
      scorer.close();
    }
  }
}
