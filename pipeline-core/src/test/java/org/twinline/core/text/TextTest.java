package org.twinline.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.Seed;
import org.twinline.core.triple.Language;

class TextTest {
  @ParameterizedTest
  @CsvSource({
    "ＣＴ 检查（胸部）, ct检查(胸部)",
    "'  Type\t2\n Diabetes ', type 2 diabetes",
    "急性 ST 段抬高, 急性st段抬高",
    "ﬁbrosis ⅱ型, fibrosis ii型",
    "STRASSE, strasse",
    "Straße, strasse",
    "'a\u200bb\ufeffc', abc",
    "'高\u3000血压', 高血压",
    "'', ''"
  })
  void key(String text, String key) {
    assertThat(Normalise.key(text)).isEqualTo(key);
  }

  @Test
  void keyIsIdempotent() {
    Random random = Seed.random("TextTest");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(Seed.text(random));
      for (int k = random.nextInt(8); k > 0; k--) {
        int c = random.nextInt(random.nextBoolean() ? 0x3200 : 0x20000);
        boolean surrogate = c >= 0xD800 && c < 0xE000;
        text.appendCodePoint(surrogate ? ' ' : c).append(random.nextInt(3) == 0 ? " " : "");
      }
      String key = Normalise.key(text.toString());
      if (!Normalise.key(key).equals(key)) {
        assertThat(Normalise.key(key)).as("%s", text.codePoints().boxed().toList()).isEqualTo(key);
      }
    }
  }

  @Test
  void sentences() {
    String text =
        "患者发热3.5天。咳嗽！！”他说。\n\n诊断：肺炎 Dr. Wu saw him at 9 a.m. today. Next? 1. Rest. e.g. tea";
    assertThat(of(text))
        .containsExactly(
            "患者发热3.5天。",
            "咳嗽！！”",
            "他说。",
            "诊断：肺炎 Dr. Wu saw him at 9 a.m. today.",
            "Next?",
            "1. Rest. e.g. tea");
    assertThat(of(" \n ")).isEmpty();
    assertThat(of("no end")).containsExactly("no end");
    assertThat(of("Really?! (Yes.) And so on... then. T. pallidum grew."))
        .containsExactly("Really?!", "(Yes.)", "And so on... then.", "T. pallidum grew.");
  }

  @Test
  void sentencesCoverAllThatIsNotWhiteSpace() {
    Random random = Seed.random("TextTest");
    for (int i = 0; i < 1_000; i++) {
      String text = Seed.text(random) + ". " + Seed.text(random) + "。" + Seed.text(random);
      StringBuilder joined = new StringBuilder();
      int last = 0;
      for (Span span : Sentences.of(text)) {
        assertThat(span.start()).isBetween(last, span.end() - 1);
        last = span.end();
        joined.append(span.of(text));
      }
      assertThat(bare(joined.toString())).isEqualTo(bare(text));
    }
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "服用 omeprazole 20mg 治疗, ZH",
    "What does 高血压 mean in clinical practice?, EN",
    "123 !?, UNSTATED",
    "'', UNSTATED",
    "CT, EN",
    "肺炎, ZH"
  })
  void languages(String text, Language language) {
    assertThat(LanguageGuess.of(text)).isEqualTo(language);
  }

  @Test
  void nearest() {
    assertThat(Nearest.of("alpca", List.of("alpaca", "chat"))).contains("alpaca");
    assertThat(Nearest.of("AUTO", List.of("auto"))).contains("auto");
    assertThat(Nearest.of("zzzzzz", List.of("alpaca", "chat"))).isEmpty();
  }

  private static List<String> of(String text) {
    return Sentences.of(text).stream().map(span -> span.of(text)).toList();
  }
}
