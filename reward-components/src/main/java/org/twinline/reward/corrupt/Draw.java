package org.twinline.reward.corrupt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Choices that depend on their keys alone: SplitMix64 (Steele, Lea, Flood 2014) from the first 64
 * bits of the keys' SHA-256.
 */
final class Draw {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  static Draw of(String... keys) {
    byte[] hash;
    try {
      hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\u0000", keys).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: every Java has SHA-256", e);
    }
    long first = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      first = (first << Byte.SIZE) | (hash[i] & 0xFF);
    }
    return new Draw(first);
  }

  /** A number from 0 to {@code bound} − 1. */
  int below(int bound) {
    return (int) Math.floorMod(next() >>> 1, (long) bound);
  }

  boolean coin() {
    return next() < 0;
  }

  /** The list in another order. */
  <T> List<T> shuffled(List<T> list) {
    List<T> result = new ArrayList<>(list);
    for (int i = result.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T swapped = result.get(i);
      result.set(i, result.get(j));
      result.set(j, swapped);
    }
    return result;
  }

  <T> T from(List<T> list) {
    return list.get(below(list.size()));
  }

  private long next() {
    state += STEP;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
