package org.twinline.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the bytes of a line must satisfy before they are parsed: UTF-8 as RFC 3629 has it, no NUL,
 * no byte order mark, no half of a surrogate pair among the escapes.
 *
 * <p>One pass. In valid JSON a backslash stands in a string only, so escapes can be checked without
 * knowing where strings are; an escape that is not JSON is left to the parser. Eight ASCII bytes
 * are taken at a time: a word is skipped if no byte has its high bit set, is zero or a backslash.
 */
final class StrictBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

  private final byte[] bytes;

  private StrictBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Checks a line.
   *
   * @throws MalformedRecord at the first byte that does not satisfy them
   */
  static void check(byte[] line) throws MalformedRecord {
    if (line.length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF) {
      throw new MalformedRecord(
          DeadLetterCode.BOM_INSIDE, "byte order mark that is not at the start of the file", 0);
    }
    new StrictBytes(line).check();
  }

  private void check() throws MalformedRecord {
    int i = 0;
    while (i < bytes.length) {
      if (i + 8 <= bytes.length && plain((long) LONGS.get(bytes, i))) {
        i += 8;
        continue;
      }
      byte b = bytes[i];
      if (b < 0) {
        i += sequence(i);
      } else if (b == '\\') {
        i += escape(i);
      } else if (b == 0) {
        throw new MalformedRecord(DeadLetterCode.NUL_CHARACTER, "NUL byte", i);
      } else {
        i++;
      }
    }
  }

  private static boolean plain(long word) {
    long slash = word ^ BACKSLASHES;
    long zeroes = ((word - ONES) & ~word) | ((slash - ONES) & ~slash);
    return ((word | zeroes) & HIGH) == 0;
  }

  /** The length of the multi-byte sequence at {@code i}. */
  private int sequence(int i) throws MalformedRecord {
    int lead = bytes[i] & 0xFF;
    if (lead >= 0xE0 && lead < 0xF0) {
      int low = lead == 0xE0 ? 0xA0 : 0x80;
      int high = lead == 0xED ? 0x9F : 0xBF;
      if (i + 2 < bytes.length && within(i + 1, low, high) && within(i + 2, 0x80, 0xBF)) {
        return 3;
      }
    } else if (lead >= 0xC2 && lead < 0xE0) {
      if (i + 1 < bytes.length && within(i + 1, 0x80, 0xBF)) {
        return 2;
      }
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      int low = lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xF4 ? 0x8F : 0xBF;
      if (i + 3 < bytes.length
          && within(i + 1, low, high)
          && within(i + 2, 0x80, 0xBF)
          && within(i + 3, 0x80, 0xBF)) {
        return 4;
      }
    }
    throw new MalformedRecord(DeadLetterCode.INVALID_UTF8, "bytes that are not UTF-8", i);
  }

  private boolean within(int i, int low, int high) {
    int b = bytes[i] & 0xFF;
    return b >= low && b <= high;
  }

  /** The length of the escape at {@code i}, of both halves where it is a surrogate pair. */
  private int escape(int i) throws MalformedRecord {
    if (i + 1 >= bytes.length || bytes[i + 1] < 0) {
      return 1;
    }
    int unit = unit(i);
    if (unit < 0) {
      return 2;
    }
    if (unit == 0) {
      throw new MalformedRecord(DeadLetterCode.NUL_CHARACTER, "NUL written as an escape", i);
    }
    if (!Character.isSurrogate((char) unit)) {
      return 6;
    }
    int next = unit(i + 6);
    if (next >= 0 && Character.isSurrogatePair((char) unit, (char) next)) {
      return 12;
    }
    throw new MalformedRecord(
        DeadLetterCode.LONE_SURROGATE, "half of a surrogate pair written as an escape", i);
  }

  /** The code unit of a four-digit escape at {@code i}, -1 where there is none. */
  private int unit(int i) {
    if (i + 6 > bytes.length || bytes[i] != '\\' || bytes[i + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int k = i + 2; k < i + 6; k++) {
      int digit = Character.digit((char) (bytes[k] & 0xFF), 16);
      if (digit < 0 || bytes[k] < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
