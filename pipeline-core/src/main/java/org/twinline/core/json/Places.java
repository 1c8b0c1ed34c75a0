package org.twinline.core.json;

import org.twinline.core.triple.Place;

/** Places as they travel: {@code file@offset}. */
final class Places {
  private Places() {}

  static Place read(String field, JsonValue value) throws MalformedRecord {
    String text = Read.text(field, value);
    int at = text.indexOf('@');
    if (digits(text, 0, at, 10) && digits(text, at + 1, text.length(), 19)) {
      try {
        return new Place(
            Integer.parseInt(text, 0, at, 10), Long.parseLong(text, at + 1, text.length(), 10));
      } catch (NumberFormatException e) {
        // Digits, but too many of them: the message below says what is expected.
      }
    }
    throw new MalformedRecord(
        DeadLetterCode.WRONG_TYPE, field + " must be a place: file@offset", value.start());
  }

  private static boolean digits(String text, int from, int to, int most) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to > from && to - from <= most;
  }
}
