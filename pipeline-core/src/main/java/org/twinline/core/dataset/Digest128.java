package org.twinline.core.dataset;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.twinline.core.Require;

/**
 * An order-independent digest of a multiset of records: the sum modulo 2<sup>128</sup> of the
 * records' MurmurHash3 x64 128-bit hashes. "Same output" means the same digest.
 *
 * <p>It detects change, not attack; shards carry a sha256 beside it.
 */
public record Digest128(long high, long low) {
  /** The digest of no records. */
  public static final Digest128 EMPTY = new Digest128(0, 0);

  /** The digest of one record. */
  public static Digest128 of(byte[] record) {
    HashCode hash = Hashing.murmur3_128().hashBytes(record);
    ByteBuffer bytes = ByteBuffer.wrap(hash.asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long low = bytes.getLong();
    return new Digest128(bytes.getLong(), low);
  }

  /** The digest of both multisets together. */
  public Digest128 plus(Digest128 other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new Digest128(high + other.high + carry, sum);
  }

  /** 32 hexadecimal digits. */
  public String hex() {
    return String.format("%016x%016x", high, low);
  }

  /**
   * Reads {@link #hex()}.
   *
   * @throws IllegalArgumentException if the text is not 32 hexadecimal digits
   */
  public static Digest128 parse(String hex) {
    Require.argument(hex.length() == 32, "Cannot parse digest: '%s', must be 32 hex digits", hex);
    return new Digest128(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }
}
