package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderAdapterTest {
  /** The query weights of the Chinese encoder's first layer. */
  private static final String QUERY = "onnx::MatMul_541";

  private static final int HIDDEN = 512;

  @TempDir Path directory;

  private Path adapter(SortedMap<String, Safetensors.Tensor> tensors) throws IOException {
    return Files.write(directory.resolve("a.safetensors"), Safetensors.write(tensors));
  }

  private static SortedMap<String, Safetensors.Tensor> tensors(
      String weight, long inputs, long rank, long outputs, float value) {
    SortedMap<String, Safetensors.Tensor> tensors = new TreeMap<>();
    tensors.put(weight + ".a", tensor(inputs, rank, 1));
    tensors.put(weight + ".b", tensor(rank, outputs, value));
    return tensors;
  }

  private static Safetensors.Tensor tensor(long rows, long columns, float value) {
    float[] values = new float[(int) (rows * columns)];
    Arrays.fill(values, value);
    return new Safetensors.Tensor(List.of(rows, columns), values);
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.flip();
  }

  @Test
  void addsTheProductOfBothMatrices() throws IOException {
    SortedMap<String, Safetensors.Tensor> tensors = new TreeMap<>();
    tensors.put("w.a", new Safetensors.Tensor(List.of(2L, 2L), new float[] {1, 2, 3, 4}));
    tensors.put("w.b", new Safetensors.Tensor(List.of(2L, 3L), new float[] {1, 0, 2, 0, 1, 10}));
    EncoderAdapter adapter = EncoderAdapter.read(adapter(tensors));

    assertThat(adapter.apply("w", floats(0, 0, 0, 100, 100, 100)))
        .isEqualTo(floats(1, 2, 22, 103, 104, 146));
    assertThat(adapter.apply("other", floats(7))).isEqualTo(floats(7));
  }

  @Test
  void otherSizesAreRefused() throws IOException {
    EncoderAdapter adapter = EncoderAdapter.read(adapter(tensors("w", 2, 1, 3, 1)));

    assertThatThrownBy(() -> adapter.apply("w", floats(1, 2)))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("weight w of 8 bytes by an adapter for 2 x 3 numbers");
    SortedMap<String, Safetensors.Tensor> alone = tensors("w", 2, 1, 3, 1);
    alone.remove("w.b");
    Path file = adapter(alone);
    assertThatThrownBy(() -> EncoderAdapter.read(file))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("tensors 'w.a' and 'w.b' do not fit");
    SortedMap<String, Safetensors.Tensor> more = tensors("w", 2, 1, 3, 1);
    more.put("stray", tensor(1, 1, 1));
    Path strange = adapter(more);
    assertThatThrownBy(() -> EncoderAdapter.read(strange))
        .hasMessageContaining("3 tensors make 1 changes");
  }

  @Test
  void halfPrecisionIsRead() throws IOException {
    byte[] header =
        "{\"w.a\":{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[0,2]},\"w.b\":{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[2,4]}}"
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header).putShort((short) 0x3e00).putShort((short) 0xc000);
    Path path = Files.write(directory.resolve("half"), file.array());

    assertThat(EncoderAdapter.read(path).apply("w", floats(1))).isEqualTo(floats(1 - 1.5f * 2));
  }

  @Test
  void makesAnEncoderOfItsOwn() throws IOException {
    Path adapter = adapter(tensors(QUERY, HIDDEN, 1, HIDDEN, 1e-3f));
    String name = "bge-small-zh-v1.5-test";
    EncoderCard card = EncoderAssembly.assemble(directory, PinnedEncoder.ZH, name, adapter);

    assertThat(card.name()).isEqualTo(name);
    assertThat(card.files().model()).isNotEqualTo(TestEncoder.card().files().model());
    assertThat(card.source().adapter()).contains(ModelFiles.sha256(adapter));
    assertThat(EncoderCard.read(directory.resolve(name))).isEqualTo(card);
    assertThat(EncoderAssembly.assemble(directory, PinnedEncoder.ZH, name, adapter))
        .isEqualTo(card);
    Text text = new Text("发热三天。", 64, Text.Truncation.RIGHT);
    try (TextEncoder changed = TextEncoder.open(directory, card.ref());
        TextEncoder plain = TextEncoder.open(TestEncoder.DIRECTORY, TestEncoder.card().ref())) {
      assertThat(changed.encode(List.of(text)).get(0).vector())
          .isNotEqualTo(plain.encode(List.of(text)).get(0).vector());
    }
    Path other = adapter(tensors(QUERY, HIDDEN, 1, HIDDEN, 2e-3f));
    assertThat(EncoderAssembly.assemble(directory, PinnedEncoder.ZH, name, other).files().model())
        .isNotEqualTo(card.files().model());
  }

  @Test
  void changesOnlyWeightsThatThereAre() throws IOException {
    Path adapter = adapter(tensors("onnx::MatMul_1", HIDDEN, 1, HIDDEN, 1));

    assertThatThrownBy(
            () ->
                EncoderAssembly.assemble(
                    directory, PinnedEncoder.ZH, "bge-small-zh-v1.5-test", adapter))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("Cannot change weight onnx::MatMul_1: the encoder has none");
  }

  @Test
  void thePlainEncoderIsNeverReplaced() throws IOException {
    Path adapter = adapter(tensors(QUERY, HIDDEN, 1, HIDDEN, 1));

    for (String name : List.of("bge-small-zh-v1.5", "bge-small-en-v1.5-test", "../x")) {
      assertThatThrownBy(() -> EncoderAssembly.assemble(directory, PinnedEncoder.ZH, name, adapter))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("illegal name of an encoder with an adapter");
    }
    assertThatThrownBy(() -> PinnedEncoder.under("bge-small-zh-v1.5"))
        .isInstanceOf(UnusableModel.class);
  }

  @Test
  void anAdapterMustMakeTheEncoderOfItsBundle() throws IOException {
    Path bundle = directory.resolve("bundle");
    LinearHead head = Bundles.cosineHead();
    BundleCard sound = Bundles.card(head);
    EncoderRef wanted = new EncoderRef("bge-small-zh-v1.5-test", sound.encoder().files());
    Bundle.write(
        bundle,
        new BundleCard(sound.identity(), wanted, sound.inputs(), sound.outputs(), sound.evidence()),
        head);
    assertThat(EncoderAssembly.assemble(directory, bundle)).isEmpty();
    Files.copy(
        adapter(tensors(QUERY, HIDDEN, 1, HIDDEN, 1e-3f)), bundle.resolve(EncoderAdapter.FILE));

    assertThatThrownBy(() -> EncoderAssembly.assemble(directory, bundle))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("it makes an encoder with model sha256 ")
        .hasMessageContaining("the bundle needs " + wanted.files().model());
  }
}
