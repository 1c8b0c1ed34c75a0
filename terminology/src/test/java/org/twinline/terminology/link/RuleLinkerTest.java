package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.verdict.Explanation;

class RuleLinkerTest {
  @TempDir Path folder;
  private RuleLinker linker;

  @BeforeEach
  void prepare() throws Exception {
    Targets targets = LinkFixture.targets();
    TargetNames names = TargetNames.write(targets, folder.resolve("names"));
    linker = new RuleLinker(targets, names, names.postings().searcher());
  }

  private List<String> names(String text) {
    return linker.link(text, 3).concepts().stream().map(LinkResult.Linked::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "高血压, 高血压",
    "右肺囊肿, 肺囊肿",
    "糖尿病II型, 2型糖尿病",
    "胃癌, 胃恶性肿瘤",
    "支气管炎（慢性）, 慢性支气管炎",
    "Cysts of kidneys, 肾囊肿",
    "Diabetes Type II, 2型糖尿病",
    "bronchitis chronic, 慢性支气管炎",
    "injuries of the larynx, 喉损伤"
  })
  void findsNames(String text, String name) {
    assertThat(names(text)).first().isEqualTo(name);
  }

  @Test
  void findsSeveralInOneString() {
    assertThat(names("高血压；2型糖尿病、肺炎")).containsExactlyInAnyOrder("高血压", "2型糖尿病", "肺炎");
    assertThat(names("1高血压2肺炎")).containsExactlyInAnyOrder("高血压", "肺炎");
    assertThat(names("高血压2型糖尿病")).containsExactlyInAnyOrder("高血压", "2型糖尿病");
    assertThat(names("hypertension; pneumonia")).containsExactlyInAnyOrder("高血压", "肺炎");
  }

  @Test
  void attributesDecideBetweenAlikeNames() {
    assertThat(names("急性气管支气管炎")).containsExactly("急性支气管炎");
    assertThat(names("1型糖尿病 酮症")).first().isEqualTo("1型糖尿病");
  }

  @Test
  void reportsWhereEachMentionStands() {
    String text = "肺炎； 高血压";
    LinkResult result = linker.link(text, 2);
    assertThat(result.mentions()).hasSize(2);
    LinkResult.Part second = result.mentions().get(1);
    assertThat(text.substring(second.start(), second.end())).isEqualTo("高血压");
    assertThat(second.candidates()).hasSizeLessThanOrEqualTo(2);
    assertThat(second.candidates().get(0).code()).isEqualTo("I10");
    assertThat(second.candidates().get(0).score()).isEqualTo(1);
  }

  @Test
  void explainsItsScore() {
    Explanation why = linker.explain("急性支气管炎", 35);
    assertThat(why.code()).isEqualTo("name_rules");
    assertThat(why.parts())
        .extracting(Explanation::code)
        .contains("gram_cosine", "attribute_course");
    assertThat(why.value()).isLessThan(linker.explain("急性支气管炎", 34).value());
  }

  @Test
  void nothingIsLinkedToNothing() {
    assertThat(linker.link("", 3).concepts()).isEmpty();
    assertThat(linker.link("！？", 3).concepts()).isEmpty();
  }
}
