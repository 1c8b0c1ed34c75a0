package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.terminology.NameNormaliser;

class AttributesTest {
  private static long[] scan(String text) {
    String folded = NameNormaliser.name(text);
    long[] out = new long[WordBits.LONGS];
    Attributes.table().scan(folded, 0, folded.length(), out);
    return out;
  }

  private static long[] sites(String text) {
    String folded = NameNormaliser.name(text);
    long[] out = new long[WordBits.LONGS];
    BodySites.table().scan(folded, 0, folded.length(), out);
    return out;
  }

  @ParameterizedTest
  @CsvSource({
    "side, 左肺结节, 右肺结节, 2",
    "side, 左肺结节, 肺结节, 4",
    "side, 肺结节, 双侧肺结节, 3",
    "course, 急性胰腺炎, 急性胆囊炎, 1",
    "course, chronic gastritis, acute gastritis, 2",
    "stage, 肾病5期, 肾病3期, 2",
    "grade, mild asthma, severe asthma, 2",
    "salt, 盐酸二甲双胍, 二甲双胍, 4",
    "salt, metoprolol tartrate, metoprolol succinate, 2",
    "type, 2型糖尿病, 2型糖尿病肾病, 1",
    "approach, 腹腔镜阑尾切除, 阑尾切除, 4",
    "side, 肺炎, 肺炎, 0"
  })
  void compares(String attribute, String text, String term, int expected) {
    int at = Attributes.table().names().indexOf(attribute);
    assertThat(Attributes.table().compare(at, scan(text), scan(term))).isEqualTo(expected);
  }

  @Test
  void latinWordsMatchWholeWords() {
    int at = Attributes.table().names().indexOf("side");
    long[] text = scan("cleft lip");
    assertThat(Attributes.table().compare(at, text, scan("left lung"))).isEqualTo(3);
  }

  @Test
  void toesArePartOfTheFootAndSpineHasTwoNames() {
    long[] foot = sites("足部");
    long[] around = new long[WordBits.LONGS];
    BodySites.table().close(sites("趾骨"), around);
    for (int i = 0; i < foot.length; i++) {
      assertThat(around[i] & foot[i]).isEqualTo(foot[i]);
    }
    assertThat(sites("脊椎")).isEqualTo(sites("脊柱"));
    assertThat(sites("乳房")).isEqualTo(sites("乳腺"));
    assertThat(sites("cervical spine")).isNotEqualTo(sites("thoracic spine"));
  }
}
