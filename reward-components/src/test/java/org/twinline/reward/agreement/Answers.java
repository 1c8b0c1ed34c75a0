package org.twinline.reward.agreement;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Task;

/** Labelled answers for tests; ids count up. */
final class Answers {
  private final List<LabelledAnswer> all = new ArrayList<>();
  private AnswerKind kind = AnswerKind.ENTITY;

  Answers of(AnswerKind next) {
    kind = next;
    return this;
  }

  Answers right(int n, double score) {
    return add(n, score, true, Label.RIGHT);
  }

  Answers wrong(int n, double score) {
    return add(n, score, true, Label.WRONG);
  }

  Answers unknown(int n, Label label) {
    return add(n, 0.575, false, label);
  }

  private Answers add(int n, double score, boolean known, Label label) {
    for (int i = 0; i < n; i++) {
      all.add(
          new LabelledAnswer(
              "a" + all.size(),
              new Place(0, all.size()),
              Task.DIAGNOSIS,
              new Judgement(kind, score, known),
              label));
    }
    return this;
  }

  List<LabelledAnswer> list() {
    return List.copyOf(all);
  }
}
