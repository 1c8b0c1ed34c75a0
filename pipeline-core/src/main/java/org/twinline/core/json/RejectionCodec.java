package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;

/** Rejections: {@code reason}, {@code explanation}. */
public final class RejectionCodec implements JsonCodec<Rejection> {
  public static final RejectionCodec INSTANCE = new RejectionCodec();
  private static final RejectionReason[] REASONS = RejectionReason.values();

  private RejectionCodec() {}

  @Override
  public void write(Rejection rejection, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(Names.REASON, rejection.reason().code());
    out.writeFieldName(Names.EXPLANATION);
    ExplanationCodec.INSTANCE.write(rejection.explanation(), out);
    out.writeEndObject();
  }

  @Override
  public Rejection read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.REJECTIONS, value);
    return new Rejection(
        Read.word(Names.REASON, Read.required(object, Names.REASON), REASONS),
        ExplanationCodec.INSTANCE.read(Read.required(object, Names.EXPLANATION)));
  }
}
