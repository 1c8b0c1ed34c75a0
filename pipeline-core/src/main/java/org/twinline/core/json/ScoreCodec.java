package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.twinline.core.verdict.Score;

/** Scores: {@code name}, {@code value}, {@code explanation}. */
public final class ScoreCodec implements JsonCodec<Score> {
  public static final ScoreCodec INSTANCE = new ScoreCodec();

  private ScoreCodec() {}

  @Override
  public void write(Score score, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(Names.NAME, score.name());
    out.writeNumberField(Names.VALUE, score.value());
    out.writeFieldName(Names.EXPLANATION);
    ExplanationCodec.INSTANCE.write(score.explanation(), out);
    out.writeEndObject();
  }

  @Override
  public Score read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.SCORES, value);
    JsonValue number = Read.required(object, Names.VALUE);
    double score = Read.number(Names.VALUE, number);
    String name = Read.text(Names.NAME, Read.required(object, Names.NAME));
    if (score < 0 || score > 1 || name.isBlank()) {
      throw new MalformedRecord(
          DeadLetterCode.OUT_OF_RANGE,
          "a score must have a name and be between 0 and 1",
          number.start());
    }
    return new Score(
        name, score, ExplanationCodec.INSTANCE.read(Read.required(object, Names.EXPLANATION)));
  }
}
