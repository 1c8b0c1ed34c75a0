package org.twinline.terminology;

import java.util.List;

/**
 * A name of concepts in a text.
 *
 * @param start first character (UTF-16 index into the text as given)
 * @param end one past the last character
 * @param concepts what the name may mean, likeliest first; never empty
 */
public record Mention(int start, int end, List<ConceptId> concepts, Assertion assertion) {
  /** What the text says of the concept. */
  public enum Assertion {
    AFFIRMED,
    /** Ruled out, denied or absent: {@code 排除肺炎}. */
    NEGATED
  }

  public Mention {
    concepts = List.copyOf(concepts);
  }

  /** Whether the text says that it is not so. */
  public boolean negated() {
    return assertion == Assertion.NEGATED;
  }
}
