package org.twinline.reward.agreement;

import java.util.Locale;
import java.util.Optional;

/** What a person says of an answer. */
public enum Label {
  RIGHT,
  WRONG;

  /** The word in files: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The label of that word. */
  public static Optional<Label> of(String word) {
    for (Label label : values()) {
      if (label.word().equals(word)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }
}
