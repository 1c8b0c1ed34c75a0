package org.twinline.terminology.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {
  private final byte[] bytes;
  private int at;

  PackedReader(ByteBuffer from, int start, int end) {
    bytes = new byte[end - start];
    from.get(start, bytes);
  }

  int octet() {
    return bytes[at++];
  }

  int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  void skipText() {
    int length = number();
    at += length;
  }
}
