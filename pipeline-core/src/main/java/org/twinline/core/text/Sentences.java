package org.twinline.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sentences of Chinese and English text.
 *
 * <p>Rules rather than a dictionary: a sentence ends at a line break, after {@code 。！？!?…} and the
 * closing quotes and brackets that follow, and after a full stop that ends a word, unless the word
 * is a known abbreviation, a single letter or a number at the start of its sentence (as in a
 * numbered list), or the text goes on in lower case. A run of marks is one end.
 */
public final class Sentences {
  private static final String MARKS = "。！？!?…｡";
  private static final String CLOSING = "”’」』）)】》\"'〉]";
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "fig", "no", "approx", "ca",
          "cf", "resp", "jr", "sr", "dept", "vol", "pp", "al");

  private Sentences() {}

  /** The sentences in order, without the white space around them; none is blank. */
  public static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        add(text, start, i, sentences);
        start = i + 1;
        i++;
      } else if (MARKS.indexOf(c) >= 0 || (c == '.' && endsAtStop(text, start, i))) {
        i = end(text, i);
        add(text, start, i, sentences);
        start = i;
      } else {
        i++;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  private static int end(String text, int from) {
    int i = from;
    while (i < text.length() && (MARKS.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '.')) {
      i++;
    }
    while (i < text.length() && CLOSING.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static boolean endsAtStop(String text, int start, int stop) {
    int after = end(text, stop);
    if (after < text.length()) {
      int next = text.codePointAt(after);
      if (!Character.isWhitespace(next) && !Normalise.isHan(next)) {
        return false;
      }
      int follow = after;
      while (follow < text.length() && " \t\u00a0".indexOf(text.charAt(follow)) >= 0) {
        follow++;
      }
      if (follow < text.length() && Character.isLowerCase(text.codePointAt(follow))) {
        return false;
      }
    }
    return after == text.length() || !abbreviates(text, start, stop);
  }

  private static boolean abbreviates(String text, int start, int stop) {
    int from = stop;
    while (from > start && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop).toLowerCase(Locale.ROOT);
    boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    return ABBREVIATIONS.contains(word)
        || (word.length() == 1 && Character.isLetter(word.charAt(0)))
        || (number && text.substring(start, from).isBlank());
  }

  private static boolean isWordPart(char c) {
    return c == '.' || (c < 0x250 && Character.isLetterOrDigit(c));
  }

  private static void add(String text, int from, int to, List<Span> sentences) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Span(start, end));
    }
  }
}
