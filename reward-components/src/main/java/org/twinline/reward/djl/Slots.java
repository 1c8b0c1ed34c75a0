package org.twinline.reward.djl;

/**
 * What templates are filled with; a part that a record does not have is empty.
 *
 * @param step one step of the chain of thought
 */
public record Slots(String question, String reference, String answer, String cot, String step) {

  /** A whole candidate. */
  public Slots(String question, String reference, String answer, String cot) {
    this(question, reference, answer, cot, "");
  }

  /** The same candidate, looked at by one of its steps. */
  public Slots withStep(String text) {
    return new Slots(question, reference, answer, cot, text);
  }
}
