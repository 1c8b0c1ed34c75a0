package org.twinline.reward.rule;

import java.util.Arrays;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.mention.Span;

/**
 * One entity that an answer asserts.
 *
 * @param concepts ordinals of what it may mean, likeliest first; empty where it is not linked
 * @param profile its name with everything that qualifies it
 * @param own the position of the asker's name that it is or has for its head, −1 for none
 * @param start where it begins in the answer as read
 * @param end where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; ordinals of one terminology.
record Asserted(int[] concepts, NameProfile profile, Link link, int own, int start, int end) {
  private static final int[] UNKNOWN = {};

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

  /** Whether both mean the same concept, or are the same name of the asker. */
  boolean shares(Asserted other) {
    if (own >= 0 && own == other.own) {
      return true;
    }
    return Arrays.stream(concepts)
        .anyMatch(c -> Arrays.stream(other.concepts).anyMatch(o -> o == c));
  }

  /** A name that stands alone. */
  static Asserted exact(Span span, String name) {
    return new Asserted(
        span.ordinals(), NameProfile.of(name), Link.EXACT, span.own(), span.start(), span.end());
  }

  /** A name that no list knows. */
  static Asserted unlinked(String name, int start, int end) {
    return new Asserted(UNKNOWN, NameProfile.of(name), Link.NONE, -1, start, end);
  }

  /** Whether it is known by name at all. */
  boolean named() {
    return linked() || own >= 0;
  }
}
