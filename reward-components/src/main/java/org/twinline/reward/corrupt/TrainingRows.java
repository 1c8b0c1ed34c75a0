package org.twinline.reward.corrupt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.twinline.core.json.Json;
import org.twinline.core.triple.Language;

/** The rows as JSON lines, without line endings; field by field in docs/formats.md. */
public final class TrainingRows {
  private TrainingRows() {}

  /**
   * A pair: of answers, or, where the kind is one of reasoning, of chains of thought beside the
   * same answer.
   */
  public static byte[] pair(GoodAnswer good, Corrupted corrupted) {
    Corruption kind = corrupted.kind();
    return Json.write(
        out -> {
          out.writeStartObject();
          out.writeStringField("id", good.id() + "/" + kind.text());
          out.writeStringField("question", good.question());
          if (kind.ofReasoning()) {
            out.writeStringField("chosen", good.answer());
            out.writeStringField("rejected", good.answer());
            out.writeStringField("chosen_cot", corrupted.chosen());
            out.writeStringField("rejected_cot", corrupted.rejected());
          } else {
            out.writeStringField("chosen", corrupted.chosen());
            out.writeStringField("rejected", corrupted.rejected());
          }
          language(out, good.language());
          out.writeStringField("corruption", kind.text());
          out.writeStringField("dimension", kind.dimension().text());
          out.writeStringField("part", corrupted.part().text());
          out.writeBooleanField("length_matched", corrupted.lengthMatched());
          out.writeEndObject();
        });
  }

  /** A labelled answer. */
  public static byte[] verifier(VerifierRow row) {
    return Json.write(
        out -> {
          out.writeStartObject();
          out.writeStringField("id", row.id() + "/" + row.form());
          out.writeStringField("question", row.question());
          out.writeStringField("reference", row.reference());
          out.writeStringField("answer", row.answer());
          out.writeNumberField("label", row.right() ? 1 : 0);
          language(out, row.language());
          out.writeStringField("corruption", row.form());
          out.writeStringField("part", row.part().text());
          out.writeEndObject();
        });
  }

  /** Labelled steps. */
  public static byte[] steps(StepRow row) {
    return Json.write(
        out -> {
          out.writeStartObject();
          out.writeStringField("id", row.id());
          out.writeStringField("question", row.question());
          out.writeArrayFieldStart("steps");
          for (String step : row.steps()) {
            out.writeString(step);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("labels");
          for (boolean sound : row.sound()) {
            out.writeNumber(sound ? 1 : 0);
          }
          out.writeEndArray();
          language(out, row.language());
          out.writeStringField("part", row.part().text());
          out.writeEndObject();
        });
  }

  /** A labelled chain of thought with its answer. */
  public static byte[] consistency(ConsistencyRow row) {
    return Json.write(
        out -> {
          out.writeStartObject();
          out.writeStringField("id", row.id() + "/" + row.form());
          out.writeStringField("question", row.question());
          out.writeStringField("cot", row.cot());
          out.writeStringField("answer", row.answer());
          out.writeNumberField("label", row.consistent() ? 1 : 0);
          language(out, row.language());
          out.writeStringField("corruption", row.form());
          out.writeStringField("part", row.part().text());
          out.writeEndObject();
        });
  }

  private static void language(JsonGenerator out, Language language) throws IOException {
    out.writeStringField("language", language.name().toLowerCase(Locale.ROOT));
  }
}
