package org.twinline.core.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.twinline.core.json.JudgedGroupCodec;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.ledger.TallyCodec;

/**
 * The bytes of a {@link Flow}: a tag (0 group, 1 line, 2 account), then length-prefixed parts
 * (unsigned LEB128 varint): a group's or an account's JSON, or a line's dataset name and JSON.
 */
public final class FlowCodec {
  static final int GROUP = 0;
  static final int LINE = 1;
  static final int ACCOUNT = 2;

  private FlowCodec() {}

  /** Writes one element. */
  public static void write(Flow flow, OutputStream out) throws IOException {
    if (flow instanceof Flow.Group group) {
      out.write(GROUP);
      writePart(JudgedGroupCodec.INSTANCE.toBytes(group.group()), out);
    } else if (flow instanceof Flow.Line line) {
      out.write(LINE);
      writePart(line.dataset().getBytes(StandardCharsets.UTF_8), out);
      writePart(line.json(), out);
    } else if (flow instanceof Flow.Account account) {
      out.write(ACCOUNT);
      writePart(TallyCodec.INSTANCE.toBytes(account.tally()), out);
    }
  }

  /**
   * Reads one element.
   *
   * @throws EOFException if the stream ends inside it
   * @throws IOException if the tag is unknown
   */
  public static Flow read(InputStream in) throws IOException {
    int tag = in.read();
    try {
      return switch (tag) {
        case GROUP -> new Flow.Group(JudgedGroupCodec.INSTANCE.fromBytes(readPart(in)));
        case LINE -> new Flow.Line(new String(readPart(in), StandardCharsets.UTF_8), readPart(in));
        case ACCOUNT -> new Flow.Account(TallyCodec.INSTANCE.fromBytes(readPart(in)));
        case -1 -> throw new EOFException("Cannot read flow element: no bytes left");
        default -> throw new IOException("Cannot read flow element: unknown tag " + tag);
      };
    } catch (MalformedRecord e) {
      throw new IOException("Cannot read flow element: " + e.getMessage(), e);
    }
  }

  /** {@link #write} into a new array. */
  public static byte[] toBytes(Flow flow) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try {
      write(flow, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** {@link #read} from an array. */
  public static Flow fromBytes(byte[] bytes) {
    try {
      return read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writePart(byte[] part, OutputStream out) throws IOException {
    int rest = part.length;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    out.write(part);
  }

  private static byte[] readPart(InputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int b;
    do {
      b = in.read();
      if (b < 0 || shift > 28) {
        throw new EOFException("Cannot read flow element: bad length");
      }
      length |= (b & 0x7f) << shift;
      shift += 7;
    } while ((b & 0x80) != 0);
    if (length < 0) {
      throw new EOFException("Cannot read flow element: bad length");
    }
    byte[] part = in.readNBytes(length);
    if (part.length != length) {
      throw new EOFException("Cannot read flow element: " + part.length + " of " + length + " B");
    }
    return part;
  }
}
