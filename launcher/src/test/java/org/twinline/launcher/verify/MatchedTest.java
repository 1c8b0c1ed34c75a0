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
            "[{\"item\":2,\"alternative\":1,\"concept\":\"ICD10CM:I21\",\"score\":0.95,"
                + "\"begin\":7,\"end\":13},"
                + "{\"item\":0,\"alternative\":1,\"concept\":null,\"score\":1.0,"
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
        .isEqualTo("[{\"concept\":\"ICD10CM:I21\",\"score\":0.95}]");
    assertThat(json(Explanation.of("rule_entity", 1, List.of(Explanation.of("pair", 1)))))
        .isEqualTo("[{\"score\":1.0}]");
    assertThat(json(Explanation.of("rule_entity", 0, "negated"))).isEqualTo("[]");
    assertThat(json(Explanation.of("rule_choice", 1, "A", "A"))).isEqualTo("[]");
  }
}
