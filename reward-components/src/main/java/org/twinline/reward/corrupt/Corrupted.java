package org.twinline.reward.corrupt;

import org.twinline.core.Require;
import org.twinline.core.text.Span;

/**
 * A good text and the same with a fault: answers, or chains of thought where {@link
 * Corruption#ofReasoning}.
 *
 * @param chosen the better one; not always the text as given, see {@link Corrupter}
 * @param place where {@code rejected} differs from {@code chosen}
 */
public record Corrupted(Corruption kind, String chosen, String rejected, Part part, Span place) {
  private static final double TOLERANCE = 0.1;

  public Corrupted {
    Require.argument(!chosen.equals(rejected), "Cannot pair a text with itself: %s", kind.text());
  }

  /** Whether the lengths in characters differ by at most a tenth of the chosen one's. */
  public boolean lengthMatched() {
    return Math.abs(chosen.length() - rejected.length()) <= TOLERANCE * chosen.length();
  }

  static Corrupted of(Corruption kind, Part part, String chosen, String rejected) {
    int start = 0;
    int least = Math.min(chosen.length(), rejected.length());
    while (start < least && chosen.charAt(start) == rejected.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < least - start
        && chosen.charAt(chosen.length() - 1 - tail)
            == rejected.charAt(rejected.length() - 1 - tail)) {
      tail++;
    }
    return new Corrupted(kind, chosen, rejected, part, new Span(start, rejected.length() - tail));
  }
}
