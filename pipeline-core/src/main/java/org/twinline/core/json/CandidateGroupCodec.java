package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/**
 * Candidate groups as they travel between steps: the fields of the question, {@code candidates}
 * with their places, {@code bare}. {@link #writeInput} writes the form that the input is read from.
 */
public final class CandidateGroupCodec implements JsonCodec<CandidateGroup> {
  public static final CandidateGroupCodec INSTANCE = new CandidateGroupCodec();

  private CandidateGroupCodec() {}

  @Override
  public void write(CandidateGroup group, JsonGenerator out) throws IOException {
    out.writeStartObject();
    QuestionCodec.writeFields(group.question(), out);
    out.writeArrayFieldStart(Names.CANDIDATES);
    for (Candidate candidate : group.candidates()) {
      CandidateCodec.INSTANCE.write(candidate, out);
    }
    out.writeEndArray();
    writeBare(group.bare(), out);
    out.writeEndObject();
  }

  /** Writes the canonical grouped form: no places, {@code candidates} left out where empty. */
  public static void writeInput(CandidateGroup group, JsonGenerator out) throws IOException {
    out.writeStartObject();
    QuestionCodec.writeFields(group.question(), out);
    if (!group.candidates().isEmpty()) {
      out.writeArrayFieldStart(Names.CANDIDATES);
      for (Candidate candidate : group.candidates()) {
        out.writeStartObject();
        CandidateCodec.writeFields(candidate, out);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  static void writeBare(List<Place> bare, JsonGenerator out) throws IOException {
    if (bare.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(Names.BARE);
    for (Place place : bare) {
      out.writeString(place.toString());
    }
    out.writeEndArray();
  }

  @Override
  public CandidateGroup read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object("record", value);
    return new CandidateGroup(
        QuestionCodec.INSTANCE.read(object),
        Read.list(object, Names.CANDIDATES, (field, v) -> CandidateCodec.INSTANCE.read(v)),
        Read.list(object, Names.BARE, Places::read));
  }
}
