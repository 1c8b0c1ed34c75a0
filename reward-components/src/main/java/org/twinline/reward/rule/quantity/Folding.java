package org.twinline.reward.rule.quantity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text with one spelling of each digit and sign, so that numbers can be read: NFKC (UAX #15), but
 * superscripts become {@code ^n} and vulgar fractions {@code a/b}; LaTeX commands become the signs
 * they print; format characters and emphasis vanish; numbers in circles become blanks; of a run of
 * blanks one stays.
 */
final class Folding {
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]{1,20})\\}\\s*\\{([^{}]{1,20})\\}");
  private static final Pattern TEXT =
      Pattern.compile("\\\\(?:text|mathrm|mathbf|textbf|rm|mbox)\\s*\\{([^{}]{0,40})\\}");
  private static final Pattern POWER = Pattern.compile("\\^\\{([-+]?\\d{1,3})\\}");

  private Folding() {}

  static String fold(String raw) {
    String text = raw.indexOf('\\') >= 0 ? latex(raw) : raw;
    StringBuilder out = new StringBuilder(text.length() + 8);
    boolean plain = true;
    boolean power = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = superscript(c);
      if (digit >= 0) {
        out.append(power ? "" : "^").append((char) digit);
      } else if (c < 128) {
        if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
          i++;
        } else if (c != '$' && !(blank(c) && ends(out, c))) {
          out.append(c == '\t' || c == '\r' ? ' ' : c);
        }
      } else {
        plain = false;
        other(c, out);
      }
      power = digit >= 0;
    }
    if (plain) {
      return out.toString();
    }
    return signs(Normalizer.normalize(out, Normalizer.Form.NFKC));
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** Whether a blank more adds nothing: one blank, and at most one empty line, stay of a run. */
  private static boolean ends(StringBuilder out, char c) {
    int n = out.length();
    char last = n == 0 ? 'x' : out.charAt(n - 1);
    return c == '\n' ? last == '\n' && n > 1 && out.charAt(n - 2) == '\n' : blank(last);
  }

  private static void other(char c, StringBuilder out) {
    if ((c >= '\u00bc' && c <= '\u00be') || (c >= '\u2150' && c <= '\u215e')) {
      boolean mixed = !out.isEmpty() && Character.isDigit(out.charAt(out.length() - 1));
      out.append(mixed ? " " : "").append(Normalizer.normalize("" + c, Normalizer.Form.NFKC));
    } else if (c >= '\u2460' && c <= '\u24ff') {
      out.append(' ');
    } else if (Character.getType(c) != Character.FORMAT) {
      out.append(c);
    }
  }

  private static int superscript(char c) {
    return switch (c) {
      case '\u00b9' -> '1';
      case '\u00b2' -> '2';
      case '\u00b3' -> '3';
      case '\u2070', '\u2074', '\u2075', '\u2076', '\u2077', '\u2078', '\u2079' ->
          '0' + (c - '\u2070');
      case '\u207b' -> '-';
      default -> -1;
    };
  }

  private static String signs(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] =
          switch (chars[i]) {
            case '−', '‐', '‑', '‒', '–', '—', '―', '﹣' -> '-';
            case '～', '〜', '∼', '˜', '⁓', '∽' -> '~';
            case '∶', '︰' -> ':';
            case '⁄', '∕' -> '/';
            case '•', '⋅', '∙', '・' -> '·';
            case '✕', '✖', '╳', '⨯' -> '×';
            case '⩾', '≧' -> '≥';
            case '⩽', '≦' -> '≤';
            case '\u02da', 'º' -> '°';
            default -> chars[i];
          };
    }
    return new String(chars);
  }

  private static String latex(String raw) {
    String text = TEXT.matcher(raw).replaceAll("$1");
    text = FRACTION.matcher(text).replaceAll("$1/$2");
    text = POWER.matcher(text).replaceAll("^$1");
    return text.replace("\\times", "×")
        .replace("\\cdot", "·")
        .replace("\\%", "%")
        .replace("^\\circ", "°")
        .replace("^{\\circ}", "°")
        .replace("\\circ", "°")
        .replace("\\mu", "μ")
        .replace("\\leq", "≤")
        .replace("\\geq", "≥")
        .replace("\\le", "≤")
        .replace("\\ge", "≥")
        .replace("\\approx", "≈")
        .replace("\\pm", "±")
        .replace("\\sim", "~")
        .replace("\\,", " ")
        .replace("\\;", " ")
        .replace("\\ ", " ")
        .replace("\\(", "")
        .replace("\\)", "")
        .replace("\\[", "")
        .replace("\\]", "");
  }
}
