package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final Path FILE = Path.of("head.safetensors");

  @Test
  void layoutIsTheStandardOneBothWays() {
    SortedMap<String, Safetensors.Tensor> tensors = new TreeMap<>();
    tensors.put("weight", new Safetensors.Tensor(List.of(1L, 2L), new float[] {1.5f, -2}));
    tensors.put("bias", new Safetensors.Tensor(List.of(1L), new float[] {0.25f}));

    byte[] content = Safetensors.write(tensors);

    String header =
        "{\"bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[4,12]}}";
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) in.getLong();
    assertThat(length).isEqualTo((header.length() + 7) / 8 * 8);
    assertThat(new String(content, 8, length, StandardCharsets.UTF_8).strip()).isEqualTo(header);
    in.position(8 + length);
    assertThat(List.of(in.getFloat(), in.getFloat(), in.getFloat()))
        .containsExactly(0.25f, 1.5f, -2f);
    assertThat(in.hasRemaining()).isFalse();
    SortedMap<String, Safetensors.Tensor> read = Safetensors.read(content, FILE);
    assertThat(read.keySet()).containsExactly("bias", "weight");
    assertThat(Safetensors.write(read)).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,4]}} | tensor 'w' is F64, only F32 and F16 are read",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | tensor 'w' of shape [2] claims bytes 0 to 4",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | tensor 'w' of shape [2] claims bytes 0 to 8",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]}} | tensor 'w' of shape [0] claims bytes 4 to 4",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[4,0]}} | claims bytes 4 to 0",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} | 4 bytes follow the last tensor",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}} | malformed shape or offsets",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | unknown key 'w.x'",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]} | invalid JSON",
      })
  void malformedFileIsRefused(String header, String message) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = ByteBuffer.allocate(12 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    content.putLong(json.length).put(json);

    assertThatThrownBy(() -> Safetensors.read(content.array(), FILE))
        .isInstanceOf(UnusableModel.class)
        .hasMessageStartingWith("Cannot use head.safetensors: ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("; restore the bundle or train it again");
  }

  @Test
  void headerLengthIsBounded() {
    byte[] content =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE).array();

    assertThatThrownBy(() -> Safetensors.read(content, FILE))
        .hasMessageContaining("claims 9223372036854775807 bytes, allowed are 2 to 8");
    assertThatThrownBy(() -> Safetensors.read(new byte[3], FILE))
        .hasMessageContaining("it has 3 bytes, fewer than 8");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void numbersMustBeFinite(float value) {
    byte[] content = new LinearHead(new float[][] {{1, value}}, new float[] {0}).toBytes();

    assertThatThrownBy(() -> Safetensors.read(content, FILE))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("number 1 of tensor 'weight' is " + value);
  }
}
