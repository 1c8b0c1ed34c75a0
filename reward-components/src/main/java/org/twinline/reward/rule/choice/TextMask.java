package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds the options' texts in an answer and puts one sign in the place of each. */
final class TextMask {
  private static final String OPENERS = "(（[【「『“\"‘'<{:：=、,，;；。.!?！？是为选择即非虑认除于属取定到成与和及或->*#\n";
  private static final String CLOSERS = ")）]】」』”\"’'>}、,，;；。.!?！？:：和与及或而<(（[【\n";
  private static final String RANGE = "~-–—至到";

  private record Hit(int start, int end, int option) {}

  private TextMask() {}

  /** The prepared answer with a sign for every option text in it; the longest text at a place. */
  static String mask(OptionSet options, String prepared) {
    CompactText text = CompactText.of(prepared);
    BitSet taken = new BitSet(prepared.length());
    List<Hit> hits = new ArrayList<>();
    for (OptionSet.Form form : options.forms()) {
      String wanted = form.compact();
      int at = text.chars().indexOf(wanted);
      while (at >= 0) {
        int start = text.start(at);
        int end = end(prepared, text.end(at + wanted.length() - 1));
        int free = taken.nextSetBit(start);
        boolean fits =
            (free < 0 || free >= end)
                && bounded(prepared, text, at, start, end, wanted)
                && (!form.alone() || alone(prepared, framed(prepared, options, form, start, end)));
        if (fits) {
          Hit hit = framed(prepared, options, form, start, end);
          taken.set(hit.start(), hit.end());
          hits.add(hit);
        }
        at = text.chars().indexOf(wanted, fits ? at + wanted.length() : at + 1);
      }
    }
    if (hits.isEmpty()) {
      return prepared;
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    StringBuilder out = new StringBuilder(prepared.length());
    int from = 0;
    for (Hit hit : hits) {
      out.append(prepared, from, hit.start()).append(Signs.text(hit.option()));
      from = hit.end();
    }
    return out.append(prepared, from, prepared.length()).toString();
  }

  /**
   * The hit with the marks the option's text begins and ends with ({@code 30°}, a question mark).
   */
  private static Hit framed(
      String prepared, OptionSet options, OptionSet.Form form, int start, int end) {
    int option = chosen(options, form, prepared, start, end);
    String before = options.lead(option);
    String after = options.trail(option);
    boolean whole = form.whole();
    int from = whole && prepared.startsWith(before, start - before.length()) ? before.length() : 0;
    int to = whole && prepared.startsWith(after, end) ? after.length() : 0;
    return new Hit(start - from, end + to, option);
  }

  /** Of options that differ in signs alone ({@code Ca2+}, {@code Ca2-}) the one as written. */
  private static int chosen(
      OptionSet options, OptionSet.Form form, String prepared, int start, int end) {
    int best = form.option();
    if (!options.ambiguous()) {
      return best;
    }
    int length = -1;
    for (OptionSet.Form other : options.forms()) {
      if (!other.compact().equals(form.compact())) {
        continue;
      }
      String strict = options.text(other.option());
      int from = Math.max(0, start - 2);
      int found = prepared.indexOf(strict, from);
      if (found >= 0 && found <= start && found + strict.length() >= end - 1) {
        if (strict.length() > length) {
          best = other.option();
          length = strict.length();
        }
      }
    }
    return best;
  }

  /** With the "s" of an English plural. */
  private static int end(String text, int end) {
    if (end <= 0 || !Character.isLetter(text.charAt(end - 1)) || text.charAt(end - 1) > 127) {
      return end;
    }
    for (String plural : List.of("s", "es")) {
      int after = end + plural.length();
      if (text.startsWith(plural, end)
          && (after == text.length() || !Prepared.word(text.charAt(after)))) {
        return after;
      }
    }
    return end;
  }

  /** Whether no word, number or range is cut. */
  private static boolean bounded(
      String text, CompactText compact, int at, int start, int end, String wanted) {
    boolean cutsExpansion =
        (at > 0 && compact.start(at - 1) == start)
            || (at + wanted.length() < compact.chars().length()
                && compact.end(at + wanted.length()) <= end
                && compact.start(at + wanted.length()) < end
                && compact.start(at + wanted.length()) == compact.start(at + wanted.length() - 1));
    if (cutsExpansion) {
      return false;
    }
    char before = start > 0 ? text.charAt(start - 1) : '\n';
    char after = end < text.length() ? text.charAt(end) : '\n';
    char first = text.charAt(start);
    char last = text.charAt(end - 1);
    if ((first == '+' && before == '+') || (last == '+' && after == '+')) {
      return false;
    }
    if (Prepared.word(first) && Prepared.word(before) && joined(before, first)) {
      return false;
    }
    if (Prepared.word(last) && Prepared.word(after) && joined(last, after)) {
      return false;
    }
    if (Prepared.digit(first) && start > 1) {
      char further = text.charAt(start - 2);
      boolean decimal = before == '.' && Prepared.digit(further);
      boolean range = RANGE.indexOf(before) >= 0 && (Prepared.digit(further) || further == '%');
      if (decimal || range || "<>≥≤±".indexOf(before) >= 0) {
        return false;
      }
    }
    if ((Prepared.digit(last) || last == '%') && end + 1 < text.length()) {
      char further = text.charAt(end + 1);
      boolean goesOn = (after == '.' || RANGE.indexOf(after) >= 0) && Prepared.digit(further);
      if (goesOn || (Prepared.digit(last) && after == '%')) {
        return false;
      }
    }
    return true;
  }

  /** A number and a unit, or Greek and Latin, may touch; two letters or two digits may not. */
  private static boolean joined(char a, char b) {
    return Prepared.digit(a) == Prepared.digit(b) || !Prepared.digit(a);
  }

  /** Whether nothing but a delimiter, or a word of the kind that surrounds labels, is beside it. */
  private static boolean alone(String text, Hit hit) {
    int from = hit.start();
    while (from > 0 && text.charAt(from - 1) == ' ') {
      from--;
    }
    int to = hit.end();
    while (to < text.length() && text.charAt(to) == ' ') {
      to++;
    }
    boolean before = from > 0 && from < hit.start() && Prepared.word(text.charAt(from - 1));
    boolean after = to > hit.end() && to < text.length() && Prepared.word(text.charAt(to));
    boolean left =
        from == 0
            || OPENERS.indexOf(text.charAt(from - 1)) >= 0
            || (before && LabelContext.leads(LabelContext.wordBefore(text, from)));
    return left
        && (to == text.length()
            || CLOSERS.indexOf(text.charAt(to)) >= 0
            || (after && LabelContext.follows(LabelContext.wordAfter(text, to))));
  }
}
