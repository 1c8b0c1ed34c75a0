package org.twinline.reward.step;

import org.twinline.core.flow.GroupStep;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.reward.rule.AnswerKinds;

/** Fills in the answer kind where the record does not state it. */
public final class RecogniseKind implements GroupStep {
  private static final long serialVersionUID = 1;

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    Question question = group.question();
    Traits traits = question.traits();
    if (traits.answerKind() != AnswerKind.UNSTATED) {
      return group;
    }
    Traits recognised =
        new Traits(traits.task(), AnswerKinds.recognise(question), traits.language());
    return new JudgedGroup(question.withTraits(recognised), group.candidates(), group.bare());
  }
}
