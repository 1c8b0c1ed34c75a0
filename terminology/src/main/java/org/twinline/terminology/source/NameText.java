package org.twinline.terminology.source;

import java.util.Optional;

/** Names as files hold them, made fit to be shown. */
final class NameText {
  private NameText() {}

  /**
   * The name without control, zero-width and private-use characters at all, and with single blanks
   * between words; empty where nothing or damage is left.
   */
  static Optional<String> clean(String text) {
    if (text.length() > DelimitedFile.MAX_FIELD || text.indexOf('\ufffd') >= 0) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u3000' || Character.isWhitespace(c)) {
        blank = out.length() > 0;
      } else if (!dropped(c)) {
        if (blank) {
          out.append(' ');
          blank = false;
        }
        out.append(c);
      }
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
  }

  private static boolean dropped(char c) {
    int kind = Character.getType(c);
    return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.PRIVATE_USE;
  }

  /** Why a text is no name. */
  static String fault(String text) {
    if (text.length() > DelimitedFile.MAX_FIELD) {
      return "a name of " + text.length() + " characters, at most 65536 are read";
    }
    return text.indexOf('\ufffd') >= 0
        ? "a name with lost characters (U+FFFD)"
        : "a name without a visible character";
  }
}
