package org.twinline.core.triple;

/**
 * A question with what belongs to it.
 *
 * @param id the question's id, or the empty string where the record has none (an empty id is an
 *     absent id); after grouping it is never empty
 */
public record Question(
    String id, Prompt prompt, Reference reference, Traits traits, Annotations annotations) {

  /** The same question under another id. */
  public Question withId(String newId) {
    return new Question(newId, prompt, reference, traits, annotations);
  }

  /** The same question with other traits. */
  public Question withTraits(Traits newTraits) {
    return new Question(id, prompt, reference, newTraits, annotations);
  }
}
