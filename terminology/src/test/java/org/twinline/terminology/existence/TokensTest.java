package org.twinline.terminology.existence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinline.terminology.NameNormaliser;

class TokensTest {
  private static Tokens of(String name) {
    return new Tokens().of(NameNormaliser.name(name));
  }

  @Test
  void cutsCharactersAndWords() {
    Tokens tokens = of("维生素B12缺乏 type 2");

    assertThat(tokens.size()).isEqualTo(8);
    assertThat(tokens.name().substring(tokens.from(4), tokens.to(4))).isEqualTo("b12");
  }

  @Test
  void joinsSingularAndPlural() {
    assertThat(of("renal cysts").hash(2)).isEqualTo(of("cyst").hash(1));
    assertThat(of("stasis").hash(1)).isNotEqualTo(of("stasi").hash(1));
  }

  @Test
  void countsNamesOfTheSameTokensOnce() {
    assertThat(Keys.bag(of("骨折，股骨，未特指"))).isEqualTo(Keys.bag(of("股骨的骨折")));
    assertThat(Keys.bag(of("Fracture of the femur"))).isEqualTo(Keys.bag(of("femur fracture")));
    assertThat(Keys.bag(of("左侧股骨骨折"))).isNotEqualTo(Keys.bag(of("股骨骨折")));
    assertThat(Keys.core(of("左侧股骨骨折"))).isEqualTo(Keys.core(of("股骨骨折")));
    assertThat(Keys.core(of("股骨脱位"))).isNotEqualTo(Keys.core(of("股骨骨折")));
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(of("骨".repeat(100)).size()).isEqualTo(Tokens.MAX);
  }
}
