package org.twinline.terminology.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Many short texts in few bytes, read in place.
 *
 * <p>A text whose characters are all below U+0100 takes a byte 0 and one byte a character, any
 * other a byte 1 and two bytes a character, the lower first. Thread-safe.
 */
final class FormTexts {
  private static final byte NARROW = 0;
  private static final byte WIDE = 1;

  private final IntBuffer starts;
  private final ByteBuffer bytes;

  /**
   * Reads what a builder made.
   *
   * @param starts where each text begins in {@code bytes}, and where the last one ends
   */
  FormTexts(IntBuffer starts, ByteBuffer bytes) {
    this.starts = starts;
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many characters a text has. */
  int length(int text) {
    int start = starts.get(text);
    return (starts.get(text + 1) - start - 1) >> bytes.get(start);
  }

  /** Copies at most {@code out.length} characters of a text and returns how many. */
  int copy(int text, char[] out) {
    int start = starts.get(text);
    int shift = bytes.get(start);
    int length = Math.min(out.length, (starts.get(text + 1) - start - 1) >> shift);
    for (int i = 0; i < length; i++) {
      out[i] = at(start, shift, i);
    }
    return length;
  }

  /** Whether a text is that part of another. */
  boolean same(int text, CharSequence other, int from, int to) {
    int start = starts.get(text);
    int shift = bytes.get(start);
    if ((starts.get(text + 1) - start - 1) >> shift != to - from) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (at(start, shift, i) != other.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  private char at(int start, int shift, int i) {
    int at = start + 1 + (i << shift);
    return shift == NARROW ? (char) (bytes.get(at) & 0xff) : bytes.getChar(at);
  }

  /** Collects texts in order. */
  static final class Builder {
    private int[] starts;
    private byte[] bytes;
    private int n;
    private int size;

    Builder(int expected) {
      starts = new int[expected + 2];
      bytes = new byte[expected * 24 + 64];
    }

    void add(String text) {
      boolean narrow = text.chars().allMatch(c -> c < 0x100);
      int need = size + 1 + 2 * text.length();
      bytes = need <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(need, 2 * bytes.length));
      starts = n + 1 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
      bytes[size++] = narrow ? NARROW : WIDE;
      for (int i = 0; i < text.length(); i++) {
        bytes[size++] = (byte) text.charAt(i);
        if (!narrow) {
          bytes[size++] = (byte) (text.charAt(i) >> 8);
        }
      }
      starts[++n] = size;
    }

    /** Where each text begins, and where the last one ends. */
    int[] starts() {
      return Arrays.copyOf(starts, n + 1);
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }

    FormTexts build() {
      return new FormTexts(IntBuffer.wrap(starts()), ByteBuffer.wrap(bytes, 0, size));
    }
  }
}
