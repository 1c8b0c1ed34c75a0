package org.twinline.reward.rule;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.twinline.core.text.Alternation;

/**
 * Where the sentences and sections of a text end, its brackets and tags close and its reasons
 * begin: each found in one pass when it is first asked for, so that a text is read in linear time
 * however many cues it has.
 */
final class Marks {
  /** What is nowhere. */
  static final int NOWHERE = -1;

  private final String text;
  private final Map<Mark, int[]> found = new EnumMap<>(Mark.class);
  private int[] closing = {};

  Marks(String text) {
    this.text = text;
  }

  /** What may stand in a text. */
  enum Mark {
    /** The last character of a sentence. */
    SENTENCE,
    /** The end of the line behind which another section begins. */
    SECTION,
    /** A closing tag. */
    TAG,
    /** What introduces a reason. */
    REASON
  }

  /** The first place of a mark that is not before another place, or {@link #NOWHERE}. */
  int next(Mark mark, int from) {
    int[] places = all(mark);
    int at = Arrays.binarySearch(places, from);
    at = at < 0 ? -at - 1 : at;
    return at < places.length ? places[at] : NOWHERE;
  }

  /** All places of a mark, in their order; not to be changed. */
  int[] all(Mark mark) {
    return found.computeIfAbsent(mark, this::find);
  }

  /** Where the first reason in a part of the text begins, or {@link #NOWHERE}. */
  int reason(int from, int to) {
    int at = next(Mark.REASON, from);
    if (at == NOWHERE || at >= to) {
      return NOWHERE;
    }
    Alternation.Search inside = ConclusionCues.REASON.in(text, at, to);
    return inside.find() ? inside.start() : NOWHERE;
  }

  /** Where the brace that opens at a place is closed; the text's length where it is not. */
  int closing(int open) {
    if (closing.length == 0) {
      closing = closing();
    }
    return closing[open];
  }

  private int[] closing() {
    int[] closes = new int[text.length()];
    IntArrayList open = new IntArrayList();
    for (int i = 0; i < closes.length; i++) {
      char c = text.charAt(i);
      if (c == '{') {
        closes[i] = closes.length;
        open.push(i);
      } else if (c == '}' && !open.isEmpty()) {
        closes[open.popInt()] = i;
      }
    }
    return closes;
  }

  private int[] find(Mark mark) {
    return switch (mark) {
      case SENTENCE -> sentences();
      case SECTION -> sections();
      case TAG -> tags();
      case REASON -> reasons();
    };
  }

  private int[] sentences() {
    IntArrayList places = new IntArrayList();
    for (int i = 0; i < text.length(); i++) {
      if (endsSentence(text, i)) {
        places.add(i);
      }
    }
    return places.toIntArray();
  }

  /** Whether a sentence ends there: a full stop ends it only before a blank or the text's end. */
  static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (c != '.') {
      return "。！？!?\n".indexOf(c) >= 0;
    }
    if (at + 1 == text.length()) {
      return true;
    }
    char next = text.charAt(at + 1);
    return " \t\n\r\f\u000b".indexOf(next) >= 0
        || (at + 2 == text.length() && "\u0085\u2028\u2029".indexOf(next) >= 0);
  }

  private int[] sections() {
    IntArrayList places = new IntArrayList();
    Matcher section = ConclusionCues.SECTION.matcher(text);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (section.region(i, text.length()).lookingAt()) {
        places.add(i);
      }
    }
    return places.toIntArray();
  }

  private int[] tags() {
    IntArrayList places = new IntArrayList();
    for (int i = text.indexOf("</"); i >= 0; i = text.indexOf("</", i + 1)) {
      places.add(i);
    }
    return places.toIntArray();
  }

  /** Also those inside others: a part may begin behind what introduces the longer one. */
  private int[] reasons() {
    IntArrayList places = new IntArrayList();
    Alternation.Search reason = ConclusionCues.REASON.in(text);
    while (reason.find()) {
      places.add(reason.start());
      reason.restart(reason.start() + 1);
    }
    return places.toIntArray();
  }
}
