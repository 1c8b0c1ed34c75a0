package org.twinline.terminology.store;

import java.nio.charset.StandardCharsets;

/** Bytes, unsigned numbers of seven bits a byte with low bits first (LEB128), and texts. */
final class PackedWriter {
  private final Bytes bytes;

  /**
   * Nothing yet.
   *
   * @param what what is written, for the message where it is too much
   */
  PackedWriter(String what) {
    bytes = new Bytes(what);
  }

  void octet(int value) {
    bytes.write(value);
  }

  void number(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    bytes.write(encoded);
  }

  /** Everything written so far. */
  Bytes bytes() {
    return bytes;
  }
}
