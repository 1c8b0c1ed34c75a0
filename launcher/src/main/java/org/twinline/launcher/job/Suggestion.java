package org.twinline.launcher.job;

import java.util.Collection;
import java.util.Optional;
import org.twinline.core.text.Nearest;

/** The words in which a message asks whether another word was meant. */
public final class Suggestion {
  private Suggestion() {}

  /** The nearest known word; empty where none is near. */
  public static Optional<String> of(String word, Collection<String> known) {
    return Nearest.of(word, known);
  }

  /** {@code ; did you mean 'x'?}, or nothing. */
  static String asked(String word, Collection<String> known) {
    return of(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }
}
