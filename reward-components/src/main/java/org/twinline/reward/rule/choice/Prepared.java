package org.twinline.reward.rule.choice;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts before anything is looked for in them: compatibility forms, no mark-up, no hidden signs.
 */
final class Prepared {
  private static final Pattern LATEX =
      Pattern.compile("\\\\(?:text(?:bf|it|rm|sf)?|math(?:rm|bf|sf|it)|bm)\\s*\\{|\\\\[()\\[\\]]");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|[`$]|</?(?:b|strong|em|i)>");

  private Prepared() {}

  /**
   * The text in NFKC without emphasis, zero-width and private-use characters; line ends as one
   * {@code \n}.
   */
  static String of(String raw) {
    String text = raw;
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    text = visible(text);
    if (text.indexOf('\\') >= 0) {
      text = LATEX.matcher(text).replaceAll("");
    }
    return text.indexOf('*') >= 0
            || text.indexOf('_') >= 0
            || text.indexOf('`') >= 0
            || text.indexOf('$') >= 0
            || text.indexOf('<') >= 0
        ? EMPHASIS.matcher(text).replaceAll("")
        : text;
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        out.append(c);
        continue;
      }
      switch (Character.getType(c)) {
        case Character.FORMAT, Character.ENCLOSING_MARK -> {}
        case Character.NON_SPACING_MARK -> {
          if (c < 0xfe00 || c > 0xfe0f) {
            out.append(c);
          }
        }
        case Character.PRIVATE_USE, Character.SPACE_SEPARATOR -> out.append(' ');
        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append('\n');
        case Character.CONTROL -> {
          boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
          if (!pair) {
            out.append(c == '\n' || c == '\r' ? '\n' : ' ');
          }
        }
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether a letter or digit of an alphabet that puts blanks between words. */
  static boolean word(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : c < 0x2e80 && Character.isLetterOrDigit(c);
  }

  /** Whether a Chinese character (or one of another script without blanks); signs are none. */
  static boolean ideograph(char c) {
    return c >= 0x2e80 && !Signs.sign(c) && Character.isLetter(c);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
