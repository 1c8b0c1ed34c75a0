package org.twinline.reward.corrupt;

import java.util.Comparator;
import java.util.List;

/** Replacements in a text. */
final class Edits {
  /** What stands from {@code start} to {@code end} becomes {@code with}. */
  record Edit(int start, int end, String with) {}

  private Edits() {}

  /** The text with replacements that do not overlap. */
  static String applied(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      out.append(text, from, edit.start()).append(edit.with());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
