package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Dead letters: {@code place}, {@code code}, {@code detail}, {@code column} where it is known. */
public final class DeadLetterCodec implements JsonCodec<DeadLetter> {
  public static final DeadLetterCodec INSTANCE = new DeadLetterCodec();
  private static final DeadLetterCode[] CODES = DeadLetterCode.values();

  private DeadLetterCodec() {}

  @Override
  public void write(DeadLetter letter, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(Names.PLACE, letter.place().toString());
    out.writeStringField(Names.CODE, letter.code().code());
    out.writeStringField(Names.DETAIL, letter.detail());
    if (letter.column() >= 0) {
      out.writeNumberField(Names.COLUMN, letter.column());
    }
    out.writeEndObject();
  }

  @Override
  public DeadLetter read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object("dead letter", value);
    JsonValue column = object.members().get(Names.COLUMN);
    return new DeadLetter(
        Places.read(Names.PLACE, Read.required(object, Names.PLACE)),
        Read.word(Names.CODE, Read.required(object, Names.CODE), CODES),
        Read.text(Names.DETAIL, Read.required(object, Names.DETAIL)),
        column == null ? MalformedRecord.UNKNOWN_COLUMN : (long) Read.number(Names.COLUMN, column));
  }
}
