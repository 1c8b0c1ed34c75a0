package org.twinline.reward.rule;

import java.util.Arrays;
import org.twinline.terminology.NameProfile;

/**
 * One entity that an answer asserts.
 *
 * @param concepts ordinals of what it may mean, likeliest first; empty where it is not linked
 * @param profile its name with everything that qualifies it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; ordinals of one terminology.
record Asserted(int[] concepts, NameProfile profile, Link link) {
  /** How surely the text means its concepts. */
  enum Link {
    /** The whole text is a name of them. */
    EXACT,
    /** A name of them is the head of a longer text ({@code 重症 + 肺炎}). */
    HEAD,
    /** A name of them is a part of a longer text, or like the text. */
    LOOSE,
    /** Nothing. */
    NONE
  }

  boolean linked() {
    return concepts.length > 0;
  }

  boolean shares(Asserted other) {
    return Arrays.stream(concepts)
        .anyMatch(c -> Arrays.stream(other.concepts).anyMatch(o -> o == c));
  }
}
