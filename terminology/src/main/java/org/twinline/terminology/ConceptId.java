package org.twinline.terminology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stable identity of a concept: the first 64 bits of SHA-256 over system, edition and code of
 * its first code, separated by U+001F. Ordered as an unsigned number, shown as 16 hex digits.
 */
public record ConceptId(long value) implements Comparable<ConceptId> {

  /** The id of the concept whose first code this is. */
  public static ConceptId of(ConceptCode code) {
    String key = code.system().id() + '\u001f' + code.system().edition() + '\u001f' + code.value();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new ConceptId(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The id written as 16 hex digits.
   *
   * @throws IllegalArgumentException if the text is not 16 hex digits
   */
  public static ConceptId parse(String hex) {
    if (hex.length() != 16) {
      throw new IllegalArgumentException(
          "illegal concept id: '" + hex + "', must be 16 hex digits");
    }
    return new ConceptId(HexFormat.fromHexDigitsToLong(hex));
  }

  @Override
  public int compareTo(ConceptId other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }
}
