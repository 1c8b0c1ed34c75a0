package org.twinline.launcher.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinline.core.json.ExplanationCodec;
import org.twinline.core.json.Json;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.agreement.Judgement;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.LabelledAnswer;

/** An answer with its verdict. */
record Scored(AnswerLine line, Judgement judgement, Decision decision, Explanation explanation) {
  private static final Pattern RELATION = Pattern.compile("[a-z_]{2,30}");
  private static final Set<String> NO_RELATION = Set.of("unlinked", "unrelated");

  /** The line of the output. */
  byte[] json(double rejected) {
    return Json.write(out -> write(out, rejected));
  }

  private void write(JsonGenerator out, double rejected) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", line.id());
    out.writeNumberField("score", judgement.score());
    out.writeStringField("verdict", word(decision));
    out.writeStringField("answer_kind", word(judgement.kind()));
    out.writeArrayFieldStart("matched");
    for (Matched matched : Matched.of(explanation, rejected)) {
      matched.write(out);
    }
    out.writeEndArray();
    out.writeFieldName("explanation");
    ExplanationCodec.INSTANCE.write(explanation, out);
    out.writeEndObject();
  }

  LabelledAnswer labelled(Label label) {
    return new LabelledAnswer(
        line.id(), line.candidate().place(), line.question().traits().task(), judgement, label);
  }

  /**
   * The codes of the explanation, without what may be text of the record: {@code rule_entity: pair
   * other, matching}.
   */
  String codes() {
    String parts =
        explanation.parts().stream()
            .map(part -> part.code() + relation(part))
            .collect(Collectors.joining(", "));
    return explanation.code() + (parts.isEmpty() ? "" : ": " + parts);
  }

  /** The relation of a pair, the one of its arguments that is a word in lower case. */
  private static String relation(Explanation part) {
    return part.code().equals("pair")
        ? part.arguments().stream()
            .skip(2)
            .filter(a -> RELATION.matcher(a).matches() && !NO_RELATION.contains(a))
            .map(a -> " " + a)
            .findFirst()
            .orElse("")
        : "";
  }

  /** The word of an enum constant in files. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
