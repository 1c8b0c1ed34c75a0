package org.twinline.reward.corrupt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.triple.Language;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Terminology;

/** Single faults on texts of their own. */
final class FaultsTest {
  private static final Terminology TERMINOLOGY = Rules.terminology();

  private static Optional<Maker.Pair> made(Maker maker, String text, Language language) {
    GoodAnswer good = new GoodAnswer("id", "q", "", text, language);
    return maker.make(new Case(TERMINOLOGY, good, text), Draw.of("1", "id", "kind"));
  }

  @ParameterizedTest
  @CsvSource({"左侧胸痛，右肺清。,右侧胸痛，左肺清。", "双侧下肢水肿。,单侧上肢水肿。", "服药3天左右复查，左氧氟沙星有效。,", "体温38度左右。,"})
  void chineseSidesChangeThroughout(String text, @Nullable String changed) {
    assertThat(made(new SideSwap(), text, Language.ZH).map(Maker.Pair::rejected))
        .isEqualTo(Optional.ofNullable(changed));
  }

  @ParameterizedTest
  @CsvSource({
    "'Left arm pain, right lung clear.','Right arm pain, left lung clear.'",
    "'Upper abdominal pain.','Lower abdominal pain.'",
    "'That is right. Call right away.',",
    "'Keep to the upper limit.',"
  })
  void englishSidesChangeThroughout(String text, @Nullable String changed) {
    assertThat(made(new SideSwap(), text, Language.EN).map(Maker.Pair::rejected))
        .isEqualTo(Optional.ofNullable(changed));
  }

  @Test
  void aDoseIsFarFromWhatItWas() {
    for (String text : new String[] {"每次5毫克。", "Take 5 mg.", "Give 2.5 ml.", "口服0.5克。"}) {
      Language language = text.charAt(0) < 'z' ? Language.EN : Language.ZH;
      String wrong = made(NumberChange.ofDoses(), text, language).orElseThrow().rejected();
      double before = milligrams(text);
      double after = milligrams(wrong);
      assertThat(after >= 2 * before || after <= before / 2).as(text + " " + wrong).isTrue();
    }
    assertThat(made(NumberChange.ofDoses(), "每日三次。", Language.ZH).orElseThrow().rejected())
        .isEqualTo("每日九次。");
    assertThat(
            made(NumberChange.ofDoses(), "Take it twice a day.", Language.EN)
                .orElseThrow()
                .rejected())
        .isEqualTo("Take it ten times a day.");
    assertThat(made(NumberChange.ofDoses(), "维生素B12缺乏。", Language.ZH)).isEmpty();
  }

  private static double milligrams(String text) {
    double value = Double.parseDouble(text.replaceAll("[^0-9.]|\\.$|\\.(?![0-9])", ""));
    boolean grams = (text.contains("克") && !text.contains("毫克")) || text.matches(".* g\\..*");
    return grams || (text.contains("升") && !text.contains("毫升")) ? 1000 * value : value;
  }

  @ParameterizedTest
  @CsvSource({"不宜饮酒。,适宜饮酒。", "不可以饮酒。,可以饮酒。", "结果阳性。,结果阴性。", "有可能复发。,", "意见建议：无。,"})
  void chineseStatementsAreReversed(String text, @Nullable String changed) {
    assertThat(made(new Reversals(), text, Language.ZH).map(Maker.Pair::rejected))
        .isEqualTo(Optional.ofNullable(changed));
  }

  @ParameterizedTest
  @CsvSource({
    "You should not drive.,You should drive.",
    "Avoid alcohol.,Keep using alcohol.",
    "This cannot wait.,This can wait.",
    "Nothing here.,"
  })
  void englishStatementsAreReversed(String text, @Nullable String changed) {
    assertThat(made(new Reversals(), text, Language.EN).map(Maker.Pair::rejected))
        .isEqualTo(Optional.ofNullable(changed));
  }

  @Test
  void anArticleFollowsTheName() {
    String text = "This is a pneumonia.";
    GoodAnswer good = new GoodAnswer("id", "q", "", text, Language.EN);
    List<Mention> places =
        TERMINOLOGY.mentions(text).stream().filter(m -> m.start() == text.indexOf("pneu")).toList();
    assertThat(places).hasSize(1);
    assertThat(ConceptSwap.named(good.answer(), places, "abscess"))
        .isEqualTo("This is an abscess.");
  }

  @Test
  void aBrokenTextEndsWithinASentence() {
    String text = "先查血常规和肝功能。再做腹部超声看看胆囊。结果出来以后复诊。平时注意清淡饮食和休息。";
    Maker.Pair pair = made(new Truncation(), text, Language.ZH).orElseThrow();
    assertThat(pair.rejected()).doesNotEndWith("。");
    assertThat(text).startsWith(pair.rejected());
    assertThat(pair.chosen()).endsWith("。");
  }

  @Test
  void anOmittedSentenceIsGone() {
    String text = "先查血常规和肝功能，结果两天后出来。再做腹部超声，看看胆囊有没有结石和息肉。最后复诊。";
    Maker.Pair pair = made(new Omission(), text, Language.ZH).orElseThrow();
    long kept =
        text.lines()
            .flatMap(l -> Arrays.stream(l.split("(?<=。)")))
            .filter(pair.rejected()::contains)
            .count();
    assertThat(kept).isEqualTo(2);
    assertThat(pair.chosen()).startsWith(text);
  }
}
