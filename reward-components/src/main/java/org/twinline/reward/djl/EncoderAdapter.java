package org.twinline.reward.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Low-rank changes to an encoder's weights (LoRA, Hu et al. 2021): a weight W, {@code [inputs,
 * outputs]}, becomes W + A·B with A {@code [inputs, rank]} and B {@code [rank, outputs]}. So a
 * fine-tuned encoder travels as 1 MB instead of 100.
 *
 * <p>The file holds for every weight that changes the tensors {@code NAME.a} and {@code NAME.b},
 * where NAME is the weight's initializer in the ONNX file. Sums are made in double precision in a
 * fixed order, so the result is the same on every machine.
 */
final class EncoderAdapter {
  /** The file's name in a bundle. */
  static final String FILE = "adapter.safetensors";

  private static final int MAXIMUM_BYTES = 64 * 1024 * 1024;
  private static final String LEFT = ".a";
  private static final String RIGHT = ".b";

  private final String sha256;
  private final SortedMap<String, Change> changes;

  private record Change(Safetensors.Tensor left, Safetensors.Tensor right) {
    int inputs() {
      return Math.toIntExact(left.shape().get(0));
    }

    int rank() {
      return Math.toIntExact(left.shape().get(1));
    }

    int outputs() {
      return Math.toIntExact(right.shape().get(1));
    }
  }

  private EncoderAdapter(String sha256, SortedMap<String, Change> changes) {
    this.sha256 = sha256;
    this.changes = changes;
  }

  /**
   * Reads an adapter.
   *
   * @throws UnusableModel if it is missing or malformed
   */
  static EncoderAdapter read(Path file) {
    byte[] content = ModelFiles.read(file, MAXIMUM_BYTES, BundleCardJson.REMEDY);
    SortedMap<String, Safetensors.Tensor> tensors = Safetensors.read(content, file);
    SortedMap<String, Change> changes = new TreeMap<>();
    tensors.forEach(
        (name, left) -> {
          if (!name.endsWith(LEFT)) {
            return;
          }
          String weight = name.substring(0, name.length() - LEFT.length());
          Safetensors.Tensor right = tensors.get(weight + RIGHT);
          if (right == null
              || left.shape().size() != 2
              || right.shape().size() != 2
              || !left.shape().get(1).equals(right.shape().get(0))) {
            throw broken(file, "tensors '%s' and '%s' do not fit".formatted(name, weight + RIGHT));
          }
          changes.put(weight, new Change(left, right));
        });
    if (changes.isEmpty() || tensors.size() != 2 * changes.size()) {
      throw broken(file, "%d tensors make %d changes".formatted(tensors.size(), changes.size()));
    }
    return new EncoderAdapter(ModelFiles.sha256(content), changes);
  }

  /** Of the file. */
  String sha256() {
    return sha256;
  }

  /**
   * A weight with its change, or as it is.
   *
   * @param weights little-endian float32
   * @throws UnusableModel if the change has another size
   */
  ByteBuffer apply(String initializer, ByteBuffer weights) {
    Change change = changes.get(initializer);
    if (change == null) {
      return weights;
    }
    int inputs = change.inputs();
    int outputs = change.outputs();
    if (weights.remaining() != (long) Float.BYTES * inputs * outputs) {
      throw new UnusableModel(
          "Cannot change weight %s of %d bytes by an adapter for %d x %d numbers; %s"
              .formatted(initializer, weights.remaining(), inputs, outputs, BundleCardJson.REMEDY));
    }
    FloatBuffer old = weights.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    ByteBuffer changed = ByteBuffer.allocate(weights.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    float[] a = change.left().values();
    float[] b = change.right().values();
    int rank = change.rank();
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        double sum = old.get(i * outputs + j);
        for (int k = 0; k < rank; k++) {
          sum += (double) a[i * rank + k] * b[k * outputs + j];
        }
        changed.putFloat((float) sum);
      }
    }
    return changed.flip();
  }

  /**
   * Checks that every weight that it changes is one of the encoder's.
   *
   * @throws UnusableModel if one is not
   */
  void requireFor(Skeleton skeleton) {
    for (String weight : changes.keySet()) {
      if (skeleton.weights().stream().noneMatch(w -> w.initializer().equals(weight))) {
        throw new UnusableModel(
            "Cannot change weight %s: the encoder has none of that name; %s"
                .formatted(weight, BundleCardJson.REMEDY));
      }
    }
  }

  private static UnusableModel broken(Path file, String what) {
    return new UnusableModel("Cannot use " + file + ": " + what + "; " + BundleCardJson.REMEDY);
  }
}
