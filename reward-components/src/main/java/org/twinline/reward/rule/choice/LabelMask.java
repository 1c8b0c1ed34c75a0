package org.twinline.reward.rule.choice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds labels, alone or in a run ({@code AC}, {@code A、C和D}), and puts signs in their place. */
final class LabelMask {
  private static final Pattern JOIN =
      Pattern.compile(
          "[)\\]}】」”\"]?(?:项|选项)?\\s{0,3}(?:[,，、;；/&+|]\\s{0,3}(?:and\\s{1,2}|or\\s{1,2}|和|及|以及|与)?|(?:和|与|及|以及|或者?|跟)|\\s(?:and|or|nor|plus)\\s{1,2}(?:option\\s)?|\\s)\\s{0,2}(?:选项)?[(\\[{【「“\"]?");
  private static final String CLOSERS = ")]}】」』”\"’'";
  private static final String CUE_ENDS = "选项案是为:=([【{>→-–—";

  private final OptionSet options;
  private final String text;

  private LabelMask(OptionSet options, String text) {
    this.options = options;
    this.text = text;
  }

  static String mask(OptionSet options, String text) {
    return options.kind() == LabelKind.OTHER ? text : new LabelMask(options, text).mask();
  }

  private String mask() {
    StringBuilder out = new StringBuilder(text.length());
    Matcher join = JOIN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!begins(at)) {
        out.append(text.charAt(at++));
        continue;
      }
      StringBuilder signs = new StringBuilder();
      int end = run(at, signs, join);
      if (end < 0) {
        out.append(text.charAt(at++));
      } else {
        out.append(signs);
        at = end;
      }
    }
    return out.toString();
  }

  private boolean begins(int at) {
    char c = text.charAt(at);
    return switch (options.kind()) {
      case LETTER -> letter(c) >= 0 && (at == 0 || !Prepared.word(text.charAt(at - 1)));
      case DIGIT ->
          Prepared.digit(c)
              && (at == 0 || (!Prepared.word(text.charAt(at - 1)) && text.charAt(at - 1) != '.'));
      case STEM -> options.byLabel(Character.toString(c)) >= 0;
      case OTHER -> false;
    };
  }

  private int letter(char c) {
    char latin = LabelKind.latin(c);
    boolean ascii = (latin >= 'A' && latin <= 'Z') || (latin >= 'a' && latin <= 'z');
    return ascii ? options.byLabel(Character.toString(Character.toUpperCase(latin))) : -1;
  }

  /** The end of the run that begins there, its signs appended; −1 where none does. */
  private int run(int start, StringBuilder signs, Matcher join) {
    int end = item(start, signs);
    if (end < 0) {
      return -1;
    }
    boolean several = signs.length() > 1;
    int best = LabelContext.after(text, end, lineStart(start)) ? end : -1;
    int kept = signs.length();
    while (join.region(end, text.length()).lookingAt()) {
      int next = join.end();
      signs.append(text, end, next);
      int more = next < text.length() && begins(next) ? item(next, signs) : -1;
      // A blank alone joins capitals only.
      if (more < 0 || (join.group().isBlank() && !upper(next))) {
        break;
      }
      end = more;
      if (LabelContext.after(text, end, false)) {
        best = end;
        kept = signs.length();
      }
    }
    signs.setLength(best < 0 ? 0 : kept);
    return best >= 0 && LabelContext.before(text, start) && plausible(start, best, several)
        ? best
        : -1;
  }

  private boolean upper(int at) {
    return Character.isUpperCase(text.charAt(at)) || options.kind() != LabelKind.LETTER;
  }

  /** One label, or letters that touch. */
  private int item(int start, StringBuilder signs) {
    int at = start;
    if (options.kind() == LabelKind.DIGIT) {
      while (at < text.length() && at - start < 3 && Prepared.digit(text.charAt(at))) {
        at++;
      }
      int option = options.byLabel(text.substring(start, at));
      if (option >= 0) {
        signs.append(Signs.label(option));
        return at;
      }
      return touching(start, at, signs);
    }
    if (options.kind() == LabelKind.STEM) {
      while (at < text.length()
          && options.byLabel(Character.toString(text.charAt(at))) >= 0
          && at - start < options.size()) {
        at++;
      }
      return touching(start, at, signs);
    }
    while (at < text.length() && Prepared.word(text.charAt(at))) {
      if (letter(text.charAt(at)) < 0 || at - start >= options.size()) {
        return -1;
      }
      at++;
    }
    boolean word = at - start > 1 && Character.isLowerCase(text.charAt(start));
    return word && !(closed(at) && (lineStart(start) || asked(start)))
        ? -1
        : touching(start, at, signs);
  }

  private boolean closed(int end) {
    return end == text.length()
        || CLOSERS.indexOf(text.charAt(end)) >= 0
        || "<.,;:、。，；：!?\n".indexOf(text.charAt(end)) >= 0
        || Signs.sign(text.charAt(end));
  }

  private int touching(int start, int end, StringBuilder signs) {
    int length = signs.length();
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int option =
          options.kind() == LabelKind.LETTER ? letter(c) : options.byLabel(Character.toString(c));
      String sign = option < 0 ? "" : Character.toString(Signs.label(option));
      boolean cased =
          i == start || Character.isUpperCase(c) == Character.isUpperCase(text.charAt(start));
      if (option < 0 || signs.indexOf(sign, length) >= 0 || !cased) {
        signs.setLength(length);
        return -1;
      }
      signs.append(sign);
    }
    return end;
  }

  private boolean lineStart(int start) {
    int at = start;
    while (at > 0 && " \t([{<（【「『“\"'*#•>-".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /**
   * What needs more than its surroundings: lower case, words such as "a" and "I", abbreviations.
   */
  private boolean plausible(int start, int end, boolean several) {
    char first = text.charAt(start);
    boolean whole = start == 0 && end == text.length();
    boolean closed = closed(end);
    boolean cued = cued(start);
    if (options.kind() == LabelKind.DIGIT) {
      return whole || cued || closed || text.charAt(end) == '项' || several;
    }
    if (options.kind() == LabelKind.STEM) {
      return true;
    }
    if (Character.isLowerCase(first)) {
      boolean judged = first != 'a' && first != 'i' && lineStart(start);
      if (several) {
        return closed && ascending(start, end) && (whole || cued || lineStart(start));
      }
      return closed ? cued || judged || lineStart(start) : (judged && !several) || (cued && judged);
    }
    if (several) {
      // CAD and DIC are no answers unless something leads to them.
      return whole || ascending(start, end) || asked(start);
    }
    boolean word = first == 'I' || first == 'A';
    return !word || closed || cued || functional(end) || !blankThenLower(end);
  }

  private boolean ascending(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      char before = text.charAt(i - 1);
      if (Prepared.word(c) && Prepared.word(before) && c < before) {
        return false;
      }
    }
    return true;
  }

  private boolean blankThenLower(int end) {
    return end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isLowerCase(text.charAt(end + 1));
  }

  /** Behind "A", a verb or conjunction; behind "I" nothing proves that it is no pronoun. */
  private boolean functional(int end) {
    return text.charAt(end - 1) != 'I' && blankThenLower(end);
  }

  private boolean asked(int start) {
    int at = start;
    while (at > 0 && " :=是为(\"“{".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at == 0) {
      return false;
    }
    char c = text.charAt(at - 1);
    String word = LabelContext.wordBefore(text, at);
    return "选项案".indexOf(c) >= 0
        || word.startsWith("option")
        || word.startsWith("answer")
        || word.startsWith("choose")
        || word.equals("boxed")
        || (word.equals("is") && text.regionMatches(true, Math.max(0, at - 9), "answer", 0, 6));
  }

  private boolean cued(int start) {
    int at = start;
    while (at > 0 && " \"“'‘".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at == 0) {
      return true;
    }
    char c = text.charAt(at - 1);
    if (CUE_ENDS.indexOf(c) >= 0) {
      return true;
    }
    return switch (LabelContext.wordBefore(text, at)) {
      case "is",
          "are",
          "be",
          "option",
          "options",
          "choice",
          "answer",
          "letter",
          "choose",
          "pick",
          "select",
          "with" ->
          true;
      default -> false;
    };
  }
}
