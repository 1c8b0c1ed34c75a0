package org.twinline.reward.rule.choice;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of many alternatives that is only tried where one of them can begin.
 *
 * <p>Trying fifty words at every character is what reading an answer would mostly cost. The
 * characters a match can begin with are found once: a pattern that is given that character alone
 * either matches or asks for more. English words are only tried at their beginning.
 */
final class Cue {
  private static final char NO_CUE = '\u9f98';

  private final Pattern pattern;
  private final BitSet first = new BitSet();
  private final boolean any;

  private Cue(Pattern pattern) {
    this.pattern = pattern;
    for (char c = 0; c < 128; c++) {
      first.set(c, begins(c));
    }
    pattern.pattern().chars().forEach(c -> first.set(c, begins((char) c)));
    any = begins(NO_CUE);
  }

  /** The pattern, ASCII letters in either case. */
  static Cue of(String pattern) {
    return new Cue(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  private boolean begins(char c) {
    Matcher matcher = pattern.matcher(Character.toString(c));
    return matcher.lookingAt() || matcher.hitEnd();
  }

  /** Whether the cue is anywhere in the text. */
  boolean in(String text) {
    return on(text, 0, text.length()).next();
  }

  /** Whether the text begins with the cue. */
  boolean opens(String text) {
    return opening(text) >= 0;
  }

  /** Where the cue that the text begins with ends, −1 where it begins with none. */
  int opening(String text) {
    Matcher matcher = pattern.matcher(text);
    return !text.isEmpty() && matcher.lookingAt() ? matcher.end() : -1;
  }

  /** The cue's places in a part of the text; what is before the part is seen by look-behind. */
  Places on(String text, int from, int to) {
    return new Places(text, from, to);
  }

  /** The places of a cue in a text, from left to right. */
  final class Places {
    private final String text;
    private final int to;
    private final Matcher matcher;
    private int at;

    private Places(String text, int from, int to) {
      this.text = text;
      this.to = to;
      at = from;
      matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    boolean next() {
      for (; at < to; at++) {
        if (possible(text.charAt(at)) && matcher.region(at, to).lookingAt()) {
          at = Math.max(at + 1, matcher.end());
          return true;
        }
      }
      return false;
    }

    private boolean possible(char c) {
      if (c < 128) {
        return first.get(c) && !(letter(c) && at > 0 && letter(text.charAt(at - 1)));
      }
      return any || first.get(c);
    }

    private boolean letter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    int start() {
      return matcher.start();
    }

    int end() {
      return matcher.end();
    }

    boolean has(String group) {
      return matcher.group(group) != null;
    }
  }
}
