package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalDouble;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Response;

/**
 * Candidates as they travel between steps: {@code id}, {@code cot}, {@code answer}, {@code
 * preference}, {@code extra}, {@code place}, in this order.
 */
public final class CandidateCodec implements JsonCodec<Candidate> {
  public static final CandidateCodec INSTANCE = new CandidateCodec();

  private CandidateCodec() {}

  @Override
  public void write(Candidate candidate, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeTravelFields(candidate, out);
    out.writeEndObject();
  }

  /**
   * Writes the fields of a candidate into an object that is already open, without its place: the
   * form that datasets hold and that the input is read from.
   */
  public static void writeFields(Candidate candidate, JsonGenerator out) throws IOException {
    if (!candidate.id().isEmpty()) {
      out.writeStringField(Names.ID, candidate.id());
    }
    if (!candidate.cot().isEmpty()) {
      out.writeStringField(Names.COT, candidate.cot());
    }
    out.writeStringField(Names.ANSWER, candidate.answer());
    OptionalDouble preference = candidate.preference().value();
    if (preference.isPresent()) {
      out.writeNumberField(Names.PREFERENCE, preference.getAsDouble());
    }
    Extras.writeField(candidate.extra(), out);
  }

  static void writeTravelFields(Candidate candidate, JsonGenerator out) throws IOException {
    writeFields(candidate, out);
    out.writeStringField(Names.PLACE, candidate.place().toString());
  }

  @Override
  public Candidate read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.CANDIDATES, value);
    JsonValue place = Read.required(object, Names.PLACE);
    return readFields(object, Extras.read(object), Places.read(Names.PLACE, place));
  }

  /**
   * Reads {@code id}, {@code cot}, {@code answer} and {@code preference}; the caller says where the
   * candidate comes from and what its unknown fields are. An answer that is a structure is kept as
   * its JSON.
   */
  public static Candidate readFields(JsonValue.Obj object, Extra extra, Place place)
      throws MalformedRecord {
    JsonValue id = object.members().get(Names.ID);
    JsonValue cot = object.members().get(Names.COT);
    JsonValue answer = object.members().get(Names.ANSWER);
    return new Candidate(
        id == null || id.isNull() ? "" : Read.scalar(Names.ID, id),
        new Response(
            cot == null || cot.isNull() ? "" : Read.text(Names.COT, cot),
            answer == null || answer.isNull() ? "" : Read.textOrJson(answer)),
        readPreference(object),
        place,
        extra);
  }

  /**
   * The preference of a candidate, none where the field is absent.
   *
   * @throws MalformedRecord if it is not a number in [0,1]
   */
  public static Preference readPreference(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.PREFERENCE);
    if (value == null || value.isNull()) {
      return Preference.NONE;
    }
    double preference = Read.number(Names.PREFERENCE, value);
    if (preference < 0 || preference > 1) {
      throw new MalformedRecord(
          DeadLetterCode.OUT_OF_RANGE, "preference must be between 0 and 1", value.start());
    }
    return Preference.of(preference);
  }
}
