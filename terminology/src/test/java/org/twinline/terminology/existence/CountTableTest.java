package org.twinline.terminology.existence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountTableTest {
  private static CountTable table(CountTable.Builder builder) {
    return new CountTable(ByteBuffer.wrap(builder.bytes()).order(ByteOrder.LITTLE_ENDIAN));
  }

  @Test
  void countsFewExactlyAndManyRoundedDown() {
    CountTable.Builder builder = new CountTable.Builder();
    for (int times = 1; times <= 400; times++) {
      for (int i = 0; i < times; i++) {
        builder.key(Tokens.mix(times));
      }
    }
    CountTable table = table(builder);

    for (int times = 1; times <= 8; times++) {
      assertThat(table.count(Tokens.mix(times))).isEqualTo(times);
    }
    for (int times = 9; times <= 400; times++) {
      assertThat(table.count(Tokens.mix(times))).isBetween((int) (times / 1.4), times);
    }
  }

  @Test
  void seldomTakesANewKeyForACountedOne() {
    CountTable.Builder builder = new CountTable.Builder();
    for (int key = 0; key < 90_000; key++) {
      builder.key(Tokens.mix(key));
    }
    CountTable table = table(builder);
    int wrong = 0;
    for (int key = 1_000_000; key < 1_100_000; key++) {
      wrong += table.count(Tokens.mix(key)) > 0 ? 1 : 0;
    }

    assertThat(wrong).isLessThan(1_000);
  }

  @Test
  void takesNamesOutAndBackIn() {
    CountTable.Builder builder = new CountTable.Builder();
    Tokens tokens = new Tokens();
    for (String name : List.of("股骨骨折", "胫骨骨折")) {
      Keys.each(tokens.of(name), Script.UNSPACED, new int[Keys.PARTS], builder);
    }
    Counts counts = new Counts(table(builder), Script.UNSPACED);
    long fracture = tokens.of("骨折").gram(1, 2);
    long femur = tokens.of("股骨").gram(1, 2);

    assertThat(counts.of(fracture)).isEqualTo(2);
    counts.takeOut(List.of("股骨骨折"));
    assertThat(counts.of(fracture)).isEqualTo(1);
    assertThat(counts.of(femur)).isZero();
    counts.takeOut(List.of());
    assertThat(counts.of(femur)).isEqualTo(1);
  }
}
