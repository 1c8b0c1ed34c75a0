package org.twinline.reward.djl;

import ai.djl.util.Float16Utils;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The safetensors layout, float32, and float16 to read: the length of the header as 8 little-endian
 * bytes, the header as JSON (tensor name to dtype, shape and offsets), then the raw little-endian
 * numbers.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class Safetensors {
  private static final int MAXIMUM_HEADER = 64 * 1024;
  private static final int ALIGNMENT = 8;
  private static final String METADATA = "__metadata__";
  private static final String REMEDY = "restore the bundle or train it again";

  private Safetensors() {}

  /** Numbers in row-major order. */
  record Tensor(List<Long> shape, float[] values) {
    Tensor {
      shape = List.copyOf(shape);
      if (elements(shape) != values.length) {
        throw new IllegalArgumentException(
            "Cannot give %s numbers the shape %s".formatted(values.length, shape));
      }
    }
  }

  /** How a number is written. */
  private enum Type {
    F32(Float.BYTES),
    F16(Short.BYTES);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    float next(ByteBuffer in) {
      return this == F32 ? in.getFloat() : Float16Utils.halfToFloat(in.getShort());
    }
  }

  private record Extent(String name, Type type, List<Long> shape, long begin, long end) {}

  /** Tensors in order of their names, the header padded with spaces so that the numbers align. */
  static byte[] write(SortedMap<String, Tensor> tensors) {
    ObjectNode header = JsonFields.newObject();
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode description = header.putObject(entry.getKey());
      description.put("dtype", "F32");
      ArrayNode shape = description.putArray("shape");
      entry.getValue().shape().forEach(shape::add);
      int end = offset + Float.BYTES * entry.getValue().values().length;
      description.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer out =
        ByteBuffer.allocate(Long.BYTES + length + offset).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(length).put(json);
    while (out.position() < Long.BYTES + length) {
      out.put((byte) ' ');
    }
    tensors.values().forEach(tensor -> putAll(out, tensor.values()));
    return out.array();
  }

  private static void putAll(ByteBuffer out, float[] values) {
    for (float value : values) {
      out.putFloat(value);
    }
  }

  /**
   * Reads all tensors; they must fill the file without gaps or overlaps and hold finite numbers.
   *
   * @param file only named in messages
   * @throws UnusableModel if the content is not such a file
   */
  static SortedMap<String, Tensor> read(byte[] content, Path file) {
    if (content.length < Long.BYTES) {
      throw broken(file, "it has %d bytes, fewer than 8".formatted(content.length));
    }
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    long length = in.getLong();
    if (length < 2 || length > MAXIMUM_HEADER || length > in.remaining()) {
      throw broken(
          file,
          "its header claims %d bytes, allowed are 2 to %d"
              .formatted(length, Math.min(MAXIMUM_HEADER, in.remaining())));
    }
    byte[] header = new byte[(int) length];
    in.get(header);
    List<Extent> extents =
        extents(JsonFields.parse(header, message -> broken(file, message)), file);
    extents.sort(Comparator.comparingLong(Extent::begin));
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    long expected = 0;
    for (Extent extent : extents) {
      if (extent.begin() != expected
          || elements(extent.shape()) < 0
          || extent.end() - extent.begin() != extent.type().bytes * elements(extent.shape())
          || extent.end() > content.length - Long.BYTES - length) {
        throw broken(
            file,
            "tensor '%s' of shape %s claims bytes %d to %d"
                .formatted(extent.name(), extent.shape(), extent.begin(), extent.end()));
      }
      expected = extent.end();
      float[] values = new float[(int) elements(extent.shape())];
      for (int i = 0; i < values.length; i++) {
        values[i] = extent.type().next(in);
        if (!Float.isFinite(values[i])) {
          throw broken(
              file, "number %d of tensor '%s' is %s".formatted(i, extent.name(), values[i]));
        }
      }
      tensors.put(extent.name(), new Tensor(extent.shape(), values));
    }
    if (in.hasRemaining()) {
      throw broken(file, "%d bytes follow the last tensor".formatted(in.remaining()));
    }
    return tensors;
  }

  private static List<Extent> extents(JsonFields header, Path file) {
    List<Extent> extents = new ArrayList<>();
    for (String name : header.keys()) {
      JsonFields description = header.object(name);
      if (name.equals(METADATA)) {
        continue;
      }
      String type = description.text("dtype");
      if (!type.equals("F32") && !type.equals("F16")) {
        throw broken(file, "tensor '%s' is %s, only F32 and F16 are read".formatted(name, type));
      }
      List<Long> shape = description.longIntegers("shape");
      List<Long> offsets = description.longIntegers("data_offsets");
      description.end();
      if (offsets.size() != 2 || shape.size() > 4) {
        throw broken(file, "tensor '%s' has a malformed shape or offsets".formatted(name));
      }
      extents.add(new Extent(name, Type.valueOf(type), shape, offsets.get(0), offsets.get(1)));
    }
    return extents;
  }

  /** The product of the dimensions; -1 where it is no sensible size of a head. */
  private static long elements(List<Long> shape) {
    long product = 1;
    for (long dimension : shape) {
      if (dimension < 0 || dimension > Integer.MAX_VALUE) {
        return -1;
      }
      product *= dimension;
      if (product > Integer.MAX_VALUE / Float.BYTES) {
        return -1;
      }
    }
    return product;
  }

  private static UnusableModel broken(Path file, String what) {
    return new UnusableModel("Cannot use " + file + ": " + what + "; " + REMEDY);
  }
}
