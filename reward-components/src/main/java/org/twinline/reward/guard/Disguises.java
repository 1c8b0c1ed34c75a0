package org.twinline.reward.guard;

import java.util.Optional;

/**
 * Characters that nobody sees and characters that look like others.
 *
 * <p>A single zero-width character is what copying from a web page leaves; {@value #UNSEEN} of them
 * between letters are put there. Directional overrides and tag characters have no use in a medical
 * text at all. A look-alike is a Cyrillic letter, or a Greek capital or omicron, in a word with
 * Latin letters (the confusables of UTS #39, reduced to what the rules fold); one such word is
 * enough, since no keyboard makes it. Greek small letters beside Latin ones (TNFα) are science.
 */
final class Disguises {
  static final int UNSEEN = 3;

  private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

  private Disguises() {}

  static Optional<FormatTrick.Found> in(String text) {
    int unseen = 0;
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0xad) {
        continue;
      }
      if (c == '\u202d' || c == '\u202e') {
        return found("bidirectional_override", i);
      }
      if (c == '\udb40' && i + 1 < text.length() && tag(text, i)) {
        return found("tag_characters", i);
      }
      if (unseen(c) && between(text, i)) {
        first = first < 0 ? i : first;
        if (++unseen >= UNSEEN) {
          return found("unseen_characters", first);
        }
      }
      if (lookAlike(c) && besideLatin(text, i)) {
        return found("look_alikes", i);
      }
    }
    return Optional.empty();
  }

  private static Optional<FormatTrick.Found> found(String code, int at) {
    return Optional.of(new FormatTrick.Found(code, at));
  }

  /** A tag character (U+E0000 to U+E007F) that is not part of the flag of a region. */
  private static boolean tag(String text, int at) {
    int point = text.codePointAt(at);
    if (point < 0xe0000 || point > 0xe007f) {
      return false;
    }
    int from = at;
    while (from >= 2 && text.codePointBefore(from) >= 0xe0000) {
      from -= 2;
    }
    return from < 2 || text.codePointBefore(from) != 0x1f3f4;
  }

  private static boolean unseen(char c) {
    return Character.getType(c) == Character.FORMAT
        || c == '\u3164'
        || c == '\u115f'
        || c == '\u1160';
  }

  /** Whether both neighbours, other unseen characters skipped, are letters or digits. */
  private static boolean between(String text, int at) {
    int left = at - 1;
    while (left >= 0 && left > at - 8 && unseen(text.charAt(left))) {
      left--;
    }
    int right = at + 1;
    while (right < text.length() && right < at + 8 && unseen(text.charAt(right))) {
      right++;
    }
    return left >= 0
        && right < text.length()
        && plain(text.charAt(left))
        && plain(text.charAt(right));
  }

  /** A letter or digit of a script that needs no joiners. */
  private static boolean plain(char c) {
    return Character.isLetterOrDigit(c) && (c < 0x590 || c >= 0x1100);
  }

  private static boolean lookAlike(char c) {
    return (c >= 0x400 && c <= 0x52f) || (c >= 0x370 && c < 0x400 && GREEK.indexOf(c) >= 0);
  }

  private static boolean besideLatin(String text, int at) {
    return latin(text, at, -1) || latin(text, at, 1);
  }

  private static boolean latin(String text, int at, int step) {
    for (int i = at + step, k = 0; i >= 0 && i < text.length() && k < 24; i += step, k++) {
      char c = text.charAt(i);
      if (c < 0x250 && Character.isLetter(c) && c != 'µ' && c != 'ª' && c != 'º') {
        return true;
      }
      if (!lookAlike(c)) {
        return false;
      }
    }
    return false;
  }
}
