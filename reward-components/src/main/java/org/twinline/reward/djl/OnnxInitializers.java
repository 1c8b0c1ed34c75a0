package org.twinline.reward.djl;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The raw weights of an ONNX file. Only the three message fields on the way to them are understood:
 * {@code ModelProto.graph} = 7, {@code GraphProto.initializer} = 5, {@code TensorProto.name} = 8
 * and {@code raw_data} = 9.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format</a>
 */
final class OnnxInitializers {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  private OnnxInitializers() {}

  /**
   * Name to little-endian bytes of every initializer; the buffers are views of {@code model}.
   *
   * @throws IllegalArgumentException if the bytes are not such a message
   */
  static Map<String, ByteBuffer> of(ByteBuffer model) {
    try {
      Map<String, ByteBuffer> weights = new HashMap<>();
      for (ByteBuffer graph : values(model, GRAPH)) {
        for (ByteBuffer tensor : values(graph, INITIALIZER)) {
          String name = StandardCharsets.UTF_8.decode(only(tensor, NAME)).toString();
          weights.put(name, only(tensor, RAW_DATA));
        }
      }
      return weights;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Cannot read ONNX: the message ends early", e);
    }
  }

  private static ByteBuffer only(ByteBuffer message, int field) {
    List<ByteBuffer> values = values(message, field);
    if (values.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot read ONNX: field %d occurs %d times".formatted(field, values.size()));
    }
    return values.get(0);
  }

  /** Every length-delimited value of one field. */
  private static List<ByteBuffer> values(ByteBuffer message, int field) {
    List<ByteBuffer> values = new ArrayList<>();
    ByteBuffer in = message.duplicate();
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag & 7)) {
        case 0 -> varint(in);
        case 1 -> in.position(Math.addExact(in.position(), Long.BYTES));
        case 2 -> {
          int length = Math.toIntExact(varint(in));
          if (tag >>> 3 == field) {
            values.add(in.slice(in.position(), length));
          }
          in.position(Math.addExact(in.position(), length));
        }
        case 5 -> in.position(Math.addExact(in.position(), Integer.BYTES));
        default -> throw new IllegalArgumentException("Cannot read ONNX: wire type " + (tag & 7));
      }
    }
    return values;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("Cannot read ONNX: a number has more than 64 bits");
  }
}
