package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;

/** Judged groups: the fields of the question, {@code candidates}, {@code bare}. */
public final class JudgedGroupCodec implements JsonCodec<JudgedGroup> {
  public static final JudgedGroupCodec INSTANCE = new JudgedGroupCodec();

  private JudgedGroupCodec() {}

  @Override
  public void write(JudgedGroup group, JsonGenerator out) throws IOException {
    out.writeStartObject();
    QuestionCodec.writeFields(group.question(), out);
    out.writeArrayFieldStart(Names.CANDIDATES);
    for (Judged judged : group.candidates()) {
      JudgedCodec.INSTANCE.write(judged, out);
    }
    out.writeEndArray();
    CandidateGroupCodec.writeBare(group.bare(), out);
    out.writeEndObject();
  }

  @Override
  public JudgedGroup read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object("record", value);
    return new JudgedGroup(
        QuestionCodec.INSTANCE.read(object),
        Read.list(object, Names.CANDIDATES, (field, v) -> JudgedCodec.INSTANCE.read(v)),
        Read.list(object, Names.BARE, Places::read));
  }
}
