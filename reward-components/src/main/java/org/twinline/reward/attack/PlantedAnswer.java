package org.twinline.reward.attack;

import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Response;

/**
 * An answer made from an honest item.
 *
 * @param kind what was done, lower_snake
 * @param form which form of the kind, for example the number of its sentence
 */
public record PlantedAnswer(
    String kind, String form, Expectation expectation, Question question, String answer) {
  /** The answer as a candidate without a chain of thought. */
  public Candidate candidate() {
    return new Candidate(
        kind + "-" + form, new Response("", answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }

  /** The language of the item. */
  public Language language() {
    return question.traits().language();
  }
}
