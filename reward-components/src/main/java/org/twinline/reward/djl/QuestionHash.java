package org.twinline.reward.djl;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The hash by which a bundle remembers its training questions: the first 64 bits of the SHA-256 of
 * the question in NFKC, lower-cased, letters and digits only, as UTF-8. Written as 16 lower-case
 * hexadecimal digits.
 */
public final class QuestionHash {
  private static final int DIGITS = 16;

  private QuestionHash() {}

  /** The hash of a question's text. */
  public static String of(String question) {
    String normal = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(normal.length());
    normal.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return ModelFiles.sha256(kept.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  static boolean isHash(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && !Character.isUpperCase(c));
  }
}
