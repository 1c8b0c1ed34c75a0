package org.twinline.reward.consistency;

import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;

/** Asks a verifier whether one text says what another says. */
final class Asking {
  private Asking() {}

  /** The verdict on a text as the answer to a question whose reference is {@code said}. */
  static Verdict whether(
      Verifier verifier, Question question, AnswerKind kind, String said, String text) {
    Question asked =
        new Question(
            question.id(),
            question.prompt(),
            Reference.all(said),
            new Traits(question.traits().task(), kind, question.traits().language()),
            question.annotations());
    return verifier.verify(
        asked,
        new Candidate("", new Response("", text), Preference.NONE, new Place(0, 0), Extra.NONE));
  }
}
