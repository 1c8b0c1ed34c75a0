package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.twinline.core.verdict.Explanation;

/** Explanations: {@code code}, {@code value}, {@code arguments}, {@code parts}. */
public final class ExplanationCodec implements JsonCodec<Explanation> {
  public static final ExplanationCodec INSTANCE = new ExplanationCodec();

  private ExplanationCodec() {}

  @Override
  public void write(Explanation explanation, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(Names.CODE, explanation.code());
    out.writeNumberField(Names.VALUE, explanation.value());
    if (!explanation.arguments().isEmpty()) {
      out.writeFieldName(Names.ARGUMENTS);
      QuestionCodec.writeStrings(explanation.arguments(), out);
    }
    if (!explanation.parts().isEmpty()) {
      out.writeArrayFieldStart(Names.PARTS);
      for (Explanation part : explanation.parts()) {
        write(part, out);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  @Override
  public Explanation read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.EXPLANATION, value);
    JsonValue code = Read.required(object, Names.CODE);
    String name = Read.text(Names.CODE, code);
    if (name.isBlank()) {
      throw MalformedRecord.wrongType(Names.CODE, "a rule code", code);
    }
    return new Explanation(
        name,
        Read.number(Names.VALUE, Read.required(object, Names.VALUE)),
        Read.list(object, Names.ARGUMENTS, Read::text),
        Read.list(object, Names.PARTS, (field, part) -> read(part)));
  }
}
