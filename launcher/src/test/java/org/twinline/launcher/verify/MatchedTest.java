package org.twinline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.core.json.Json;
import org.twinline.core.verdict.Explanation;

class MatchedTest {

  private static String json(Explanation explanation) {
    return new String(
        Json.write(
            out -> {
              out.writeStartArray();
              for (Matched matched : Matched.of(explanation, 0.3)) {
                matched.write(out);
              }
              out.writeEndArray();
            }),
        StandardCharsets.UTF_8);
  }

  @Test
  void readsIndexConceptAndOffsets() {
    Explanation explanation =
        new Explanation(
            "rule_entity",
            0.9,
            List.of("1"),
            List.of(
                Explanation.of(
                    "pair", 0.95, "2", "ICD10CM:I21", "ICD10CM:I21.9", "narrower", "7-13"),
                Explanation.of("pair", 1, "0", "unlinked", "unlinked", "names", "20-24"),
                Explanation.of("pair", 0.1, "1", "ICD10CM:I20", "ICD10CM:J18", "other", "14-18"),
                Explanation.of("matching", 0.9, "1", "1", "0")));
    assertThat(json(explanation))
        .isEqualTo(
            "[{\"by\":\"entity\",\"item\":2,\"alternative\":1,\"concept\":\"ICD10CM:I21\",\"score\":0.95,"
                + "\"begin\":7,\"end\":13},"
                + "{\"by\":\"entity\",\"item\":0,\"alternative\":1,\"concept\":null,\"score\":1.0,"
                + "\"begin\":20,\"end\":24}]");
  }

  @Test
  void leavesOutWhatIsNotTold() {
    assertThat(
            json(
                Explanation.of(
                    "rule_entity",
                    0.9,
                    List.of(Explanation.of("pair", 0.95, "ICD10CM:I21", "ICD10CM:I21", "same")))))
        .isEqualTo("[{\"by\":\"entity\",\"concept\":\"ICD10CM:I21\",\"score\":0.95}]");
    assertThat(json(Explanation.of("rule_entity", 1, List.of(Explanation.of("pair", 1)))))
        .isEqualTo("[{\"by\":\"entity\",\"score\":1.0}]");
    assertThat(json(Explanation.of("rule_entity", 0, "negated"))).isEqualTo("[]");
    assertThat(json(Explanation.of("rule_choice", 1, "A", "A"))).isEqualTo("[]");
  }

  @Test
  void readsTheClaimsOfProseWithWhatCarriedThem() {
    Explanation prose =
        new Explanation(
            "rule_prose",
            0.925,
            List.of("1"),
            List.of(
                Explanation.of("claim", 0.95, "0", "ICD10CM:I21", "named", "7-13"),
                Explanation.of("claim", 0.9, "1", "unlinked", "0.85", "20-64"),
                Explanation.of("claim", 0.15, "2", "ICD10CM:J18", "named", "70-72")));
    assertThat(json(prose))
        .isEqualTo(
            "[{\"by\":\"name\",\"item\":0,\"alternative\":1,\"concept\":\"ICD10CM:I21\","
                + "\"score\":0.95,\"begin\":7,\"end\":13},"
                + "{\"by\":\"words\",\"item\":1,\"alternative\":1,\"concept\":null,"
                + "\"score\":0.9,\"begin\":20,\"end\":64}]");
  }

  @Test
  void readsWhatALinkerAndKeywordsMatched() {
    Explanation learned =
        new Explanation(
            "rule_learned",
            0.9,
            List.of("0"),
            List.of(Explanation.of("linked", 0.9, "0", "ICD9CM3:47.01", "0.7", "3-9")));
    assertThat(json(learned))
        .isEqualTo(
            "[{\"by\":\"linker\",\"item\":0,\"alternative\":0,\"concept\":\"ICD9CM3:47.01\","
                + "\"score\":0.9,\"begin\":3,\"end\":9}]");
    Explanation keywords =
        new Explanation(
            "rule_keywords",
            0.575,
            List.of("1", "2"),
            List.of(
                Explanation.of("keyword", 1, "1", "asserted"),
                Explanation.of("keyword", 0, "2", "absent")));
    assertThat(json(keywords)).isEqualTo("[{\"by\":\"keyword\",\"item\":0,\"score\":1.0}]");
  }
}
