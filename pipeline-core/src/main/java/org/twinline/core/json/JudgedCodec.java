package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.Score;

/** Judged candidates: the fields of the candidate, {@code scores}, {@code rejections}. */
public final class JudgedCodec implements JsonCodec<Judged> {
  public static final JudgedCodec INSTANCE = new JudgedCodec();

  private JudgedCodec() {}

  @Override
  public void write(Judged judged, JsonGenerator out) throws IOException {
    out.writeStartObject();
    CandidateCodec.writeTravelFields(judged.candidate(), out);
    writeFindings(judged, out);
    out.writeEndObject();
  }

  /**
   * Writes {@code scores} and {@code rejections} into an object that is already open; what is empty
   * is left out.
   */
  public static void writeFindings(Judged judged, JsonGenerator out) throws IOException {
    if (!judged.scores().isEmpty()) {
      out.writeArrayFieldStart(Names.SCORES);
      for (Score score : judged.scores()) {
        ScoreCodec.INSTANCE.write(score, out);
      }
      out.writeEndArray();
    }
    if (!judged.rejections().isEmpty()) {
      out.writeArrayFieldStart(Names.REJECTIONS);
      for (Rejection rejection : judged.rejections()) {
        RejectionCodec.INSTANCE.write(rejection, out);
      }
      out.writeEndArray();
    }
  }

  @Override
  public Judged read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.CANDIDATES, value);
    return new Judged(
        CandidateCodec.INSTANCE.read(object),
        Read.list(object, Names.SCORES, (field, v) -> ScoreCodec.INSTANCE.read(v)),
        Read.list(object, Names.REJECTIONS, (field, v) -> RejectionCodec.INSTANCE.read(v)));
  }
}
