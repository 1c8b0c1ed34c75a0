package org.twinline.reward.corrupt;

import org.twinline.core.Require;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.QuestionHash;

/**
 * An answer that is taken to be good.
 *
 * @param id may be empty: then the hash of the question stands for it
 * @param cot the chain of thought, may be empty
 */
public record GoodAnswer(String id, String question, String cot, String answer, Language language) {
  /** The longest question, chain of thought and answer, in characters each. */
  public static final int MOST_CHARACTERS = 200_000;

  public GoodAnswer {
    Require.argument(!question.isBlank(), "Cannot corrupt an answer without a question: %s", id);
    Require.argument(!answer.isBlank(), "Cannot corrupt an empty answer: %s", id);
    Require.argument(
        language != Language.UNSTATED, "Cannot corrupt an answer of no stated language: %s", id);
    int longest = Math.max(question.length(), Math.max(cot.length(), answer.length()));
    Require.argument(
        longest <= MOST_CHARACTERS,
        "Cannot corrupt a text of %s characters, at most 200000: %s",
        longest,
        id);
    id = id.isBlank() ? QuestionHash.of(question) : id;
  }

  /** The part its rows belong to. */
  public Part part() {
    return Part.ofQuestion(question);
  }
}
