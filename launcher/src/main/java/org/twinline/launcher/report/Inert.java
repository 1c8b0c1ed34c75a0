package org.twinline.launcher.report;

import java.util.Locale;

/**
 * Makes text of records safe to show on a terminal or a page: what would steer the display is shown
 * by its code instead.
 *
 * <p>Shown as {@code \x1b}: C0 and C1 control characters and DEL. Shown as {@code \u202e}: the
 * characters that reorder text (Unicode UAX #9), invisible ones that hide or split words, line and
 * paragraph separators, tag characters, noncharacters and lone surrogates. Zero-width joiners stay:
 * scripts need them. Stateless.
 */
public final class Inert {
  private Inert() {}

  /** For running text: line feeds and tabs stay, CR LF becomes a line feed. */
  public static String text(String raw) {
    return inert(raw, true);
  }

  /** For one line, such as an id or a file name: line feeds and tabs are shown as codes too. */
  public static String line(String raw) {
    return inert(raw, false);
  }

  private static String inert(String raw, boolean multiline) {
    StringBuilder out = null;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      int length = Character.charCount(c);
      boolean lineEnd = multiline && c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
      boolean harmless = multiline && (c == '\n' || c == '\t') || !steers(c);
      if (!harmless && out == null) {
        out = new StringBuilder(raw.length() + 16).append(raw, 0, i);
      }
      if (out != null && !lineEnd) {
        if (harmless) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", c));
        }
      }
      i += length;
    }
    return out == null ? raw : out.toString();
  }

  private static boolean steers(int c) {
    return Character.isISOControl(c)
        || c == 0x00AD
        || c == 0x061C
        || c == 0x180E
        || c == 0x200B
        || c >= 0x200E && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF
        || c >= 0xFFF9 && c <= 0xFFFB
        || c >= 0xE0000 && c <= 0xE007F
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
        || c >= 0xFDD0 && c <= 0xFDEF
        || (c & 0xFFFE) == 0xFFFE;
  }
}
