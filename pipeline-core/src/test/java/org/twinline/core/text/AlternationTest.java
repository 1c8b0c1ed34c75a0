package org.twinline.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.Seed;

class AlternationTest {
  private static final String MIXED =
      "诊断|诊|第?[一二三]步|(?:^|[\\n、])评分[:、]|\\b(?:the|then|analy[sz]e\\w*)\\b|so\\b|\\.(?=\\s|$)"
          + "|请(?:您|你)?[^\\n,]{0,3}?满分|a(?!b)|[\"|)]x|\\(\\w\\||😀+|_z|(?:本|该)?(?:题)?答案";

  /** Pieces that the pattern holds, cut off pieces, and what stands between. */
  private static final List<String> PIECES =
      List.of(
          "诊断",
          "诊",
          "断",
          "第",
          "一步",
          "步",
          "\n",
          "、",
          "评分",
          ":",
          "the",
          "then",
          "there",
          "analyze",
          "analyses",
          "An",
          "so",
          "so.",
          ".",
          " ",
          "请",
          "您",
          "满分",
          "a",
          "b",
          "\"x",
          "|x",
          ")x",
          "(a|",
          "😀",
          "\ud83d",
          "\ude00",
          "_",
          "_z",
          "z",
          "本",
          "该",
          "题",
          "答案",
          "é",
          "e\u0301",
          "\u0301",
          "\uffff",
          "1",
          ",");

  @ParameterizedTest
  @ValueSource(ints = {0, Pattern.CASE_INSENSITIVE})
  void findsWhatTheJoinedPatternFinds(int flags) {
    Alternation alternation = Alternation.of(MIXED, "s[oy]|bb?|the(?:re)?", flags);
    Pattern pattern = Pattern.compile(MIXED + "|\\b(?:s[oy]|bb?|the(?:re)?)\\b", flags);
    Random random = Seed.random("AlternationTest");
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String drawn = text.toString();
      List<String> found = found(alternation, drawn);
      assertThat(found).as(drawn).isEqualTo(found(pattern, drawn));
      assertThat(alternation.replaceAll(drawn, "<>"))
          .isEqualTo(pattern.matcher(drawn).replaceAll("<>"));
      matches += found.size();
    }
    assertThat(matches).isGreaterThan(20_000);
  }

  /** What stands before a match: words it must not follow, a line, letters of other scripts. */
  private static final String BEHIND =
      "(?<!不|再)考虑|(?<!\\w)(?:dx|imp)[:：]|(?<!mis)(?<!not )diagnos\\w|(?m:^[ \\t]{0,3}(?:#|\\*\\*)(?:答|an)$)"
          + "|\\bover\\b(?<=prefer .{1,9}over)|(?<![未不])是";

  private static final List<String> BEHIND_PIECES =
      List.of(
          "不", "再", "考虑", "dx", "imp", ":", "：", "mis", "not ", "diagnos", "e", "é", "病", " ", "\n",
          "\t", "#", "**", "答", "an", "prefer ", "a ", "over", "未", "是", ".", "\u0301", "_", "1",
          "\r");

  @Test
  void looksAtWhatStandsBeforeAMatch() {
    Alternation alternation = Alternation.of(BEHIND, Pattern.CASE_INSENSITIVE);
    Pattern pattern = Pattern.compile(BEHIND, Pattern.CASE_INSENSITIVE);
    Random random = Seed.random("AlternationTest");
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(9); k >= 0; k--) {
        text.append(BEHIND_PIECES.get(random.nextInt(BEHIND_PIECES.size())));
      }
      String drawn = text.toString();
      List<String> found = found(alternation, drawn);
      assertThat(found).as(drawn).isEqualTo(found(pattern, drawn));
      matches += found.size();
    }
    assertThat(matches).isGreaterThan(5_000);
  }

  @Test
  void searchesAPartAndGoesOnInsideAMatch() {
    Alternation alternation = Alternation.of("其依据|依据|(?<!无)因", 0);
    String text = "其依据无因，依据因";
    Alternation.Search part = alternation.in(text, 1, 8);
    assertThat(part.find()).isTrue();
    assertThat(part.start()).isEqualTo(1);
    assertThat(part.find()).isTrue();
    assertThat(part.start()).isEqualTo(6);
    assertThat(part.find()).isFalse();
    Alternation.Search all = alternation.in(text);
    assertThat(all.find()).isTrue();
    all.restart(all.start() + 1);
    assertThat(all.find()).isTrue();
    assertThat(all.start()).isEqualTo(1);
  }

  @Test
  void partsAreCutAtOutermostBarsOnly() {
    assertThat(Alternation.parts("a|(b|c)d|[|)]e|\\|f|\\(g"))
        .containsExactly("a", "(b|c)d", "[|)]e", "\\|f", "\\(g");
  }

  @Test
  void anAlternativeThatMatchesNothingIsRefused() {
    assertThatThrownBy(() -> Alternation.of("a|b?", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b?");
  }

  @Test
  void severalThreadsFindTheSame() {
    Alternation alternation = Alternation.of(MIXED, 0);
    String text = String.join(" ", PIECES).repeat(50);
    List<String> expected = found(Pattern.compile(MIXED), text);
    assertThat(
            Stream.generate(() -> text)
                .limit(64)
                .parallel()
                .filter(t -> !found(alternation, t).equals(expected)))
        .isEmpty();
  }

  private static List<String> found(Alternation alternation, String text) {
    List<String> found = new ArrayList<>();
    Alternation.Search search = alternation.in(text);
    while (search.find()) {
      found.add(search.start() + "-" + search.end());
    }
    return found;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.start() + "-" + matcher.end());
    }
    return found;
  }
}
