package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.text.Normalise;
import org.twinline.core.text.Sentences;
import org.twinline.core.text.Span;

/**
 * Splits a chain of thought into steps: its sentences, with three exceptions.
 *
 * <p>A piece of fewer than {@value #LEAST} half-words (a Han character is one half-word, a word
 * two), such as "Hmm." or 对。, belongs to the piece behind it, the last one to the piece before it.
 * Short items of a list follow each other as one step, with the line in front that ends in a colon.
 * A piece of more than {@value #LONGEST} characters is cut behind a comma, semicolon or blank. The
 * steps beyond the first {@value #MOST} are left out.
 */
public final class Steps {
  /** The longest step in characters. */
  public static final int LONGEST = 600;

  /** The most steps of a chain of thought. */
  public static final int MOST = 4_000;

  private static final int LEAST = 6;
  private static final int LONGEST_ITEM = 40;
  private static final String CLAUSE_END = "，,；;、 ";

  private Steps() {}

  /** The steps in order; none for a blank text. Linear in the length of the text. */
  public static List<Step> of(String cot) {
    List<Step> steps = new ArrayList<>();
    int start = -1;
    int end = -1;
    boolean open = false;
    boolean list = false;
    for (Span piece : pieces(cot)) {
      boolean item = item(cot, piece);
      boolean joins = start >= 0 && (open || (list && item)) && piece.end() - start <= LONGEST;
      if (!joins) {
        if (start >= 0) {
          steps.add(new Step(start, end));
        }
        if (steps.size() == MOST) {
          return steps;
        }
        start = piece.start();
      }
      end = piece.end();
      open = !item && halfWords(cot, piece) < LEAST;
      list = item || "：:".indexOf(cot.charAt(end - 1)) >= 0;
    }
    if (start >= 0) {
      steps.add(new Step(start, end));
    }
    joinLast(cot, steps, open);
    return steps;
  }

  private static void joinLast(String cot, List<Step> steps, boolean open) {
    int last = steps.size() - 1;
    if (open && last > 0) {
      Step before = steps.get(last - 1);
      Step tail = steps.get(last);
      if (halfWords(cot, new Span(tail.start(), tail.end())) < LEAST
          && tail.end() - before.start() <= LONGEST) {
        steps.remove(last);
        steps.set(last - 1, new Step(before.start(), tail.end()));
      }
    }
  }

  private static List<Span> pieces(String cot) {
    List<Span> pieces = new ArrayList<>();
    for (Span sentence : Sentences.of(cot)) {
      int from = sentence.start();
      while (sentence.end() - from > LONGEST) {
        int to = cut(cot, from);
        pieces.add(new Span(from, to));
        from = to;
      }
      if (from < sentence.end()) {
        pieces.add(new Span(from, sentence.end()));
      }
    }
    return pieces;
  }

  private static int cut(String cot, int from) {
    int to = from + LONGEST;
    for (int i = to; i > from + LONGEST / 2; i--) {
      if (CLAUSE_END.indexOf(cot.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return Character.isLowSurrogate(cot.charAt(to)) ? to - 1 : to;
  }

  /** Whether a piece is a short item of a list: {@code A. 感冒}, {@code - fever}, {@code 2) MRI}. */
  private static boolean item(String cot, Span piece) {
    if (piece.end() - piece.start() < 2 || halfWords(cot, piece) > LONGEST_ITEM) {
      return false;
    }
    if ("。！？!?".indexOf(cot.charAt(piece.end() - 1)) >= 0) {
      return false;
    }
    char first = cot.charAt(piece.start());
    if ("-*•·–".indexOf(first) >= 0) {
      return true;
    }
    int i = piece.start();
    if (first == '(' || first == '（') {
      i++;
    }
    int label = i;
    while (i < piece.end() && i < label + 2 && Character.isDigit(cot.charAt(i))) {
      i++;
    }
    if (i == label && i < piece.end() && cot.charAt(i) >= 'A' && cot.charAt(i) <= 'J') {
      i++;
    }
    return i > label && i < piece.end() && ".．、)）:：".indexOf(cot.charAt(i)) >= 0;
  }

  /** Han characters, and words counted twice. */
  static int halfWords(String text, Span span) {
    int count = 0;
    boolean inWord = false;
    for (int i = span.start(); i < span.end(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean han = Normalise.isHan(c);
      boolean word = !han && Character.isLetterOrDigit(c);
      if (han) {
        count++;
      } else if (word && !inWord) {
        count += 2;
      }
      inWord = word || (inWord && c == '\'') || (inWord && c == 0x2019);
    }
    return count;
  }
}
