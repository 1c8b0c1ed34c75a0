package org.twinline.core.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Digest128Test {
  private static final Digest128 A = Digest128.of("甲".getBytes(UTF_8));
  private static final Digest128 B = Digest128.of("乙".getBytes(UTF_8));

  @Test
  void doesNotDependOnOrderButOnMultiplicity() {
    assertThat(A.plus(B)).isEqualTo(B.plus(A));
    assertThat(A.plus(A)).isNotEqualTo(A).isNotEqualTo(Digest128.EMPTY);
  }

  @Test
  void carriesIntoTheHighHalf() {
    assertThat(new Digest128(1, -1).plus(new Digest128(2, 1))).isEqualTo(new Digest128(4, 0));
  }

  @Test
  void hexIsFixedAndReadBack() {
    assertThat(Digest128.of("twinline".getBytes(UTF_8)).hex())
        .isEqualTo(Digest128.parse(Digest128.of("twinline".getBytes(UTF_8)).hex()).hex())
        .hasSize(32);
    assertThat(new Digest128(1, 15).hex()).isEqualTo("0000000000000001000000000000000f");
    assertThatThrownBy(() -> Digest128.parse("12"))
        .hasMessage("Cannot parse digest: '12', must be 32 hex digits");
  }
}
