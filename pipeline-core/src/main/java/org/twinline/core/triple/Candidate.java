package org.twinline.core.triple;

/**
 * One sampled answer to a question.
 *
 * @param id unique within its group; the empty string where the record has none, in which case
 *     grouping derives one from the content
 * @param place where it was read; candidates of one line share a place
 */
public record Candidate(
    String id, Response response, Preference preference, Place place, Extra extra) {

  /** The same candidate under another id. */
  public Candidate withId(String newId) {
    return new Candidate(newId, response, preference, place, extra);
  }

  /** The chain of thought, empty where there is none. */
  public String cot() {
    return response.cot();
  }

  /** The final answer. */
  public String answer() {
    return response.answer();
  }
}
