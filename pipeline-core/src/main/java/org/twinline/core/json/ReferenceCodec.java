package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.triple.Reference;

/**
 * References: {@code ["a","b"]} requires both, {@code [["a"],["b"]]} is either, and an alternative
 * may be {@code {"required":["a"],"nice_to_have":["b"]}}.
 */
public final class ReferenceCodec implements JsonCodec<Reference> {
  public static final ReferenceCodec INSTANCE = new ReferenceCodec();

  private ReferenceCodec() {}

  @Override
  public void write(Reference reference, JsonGenerator out) throws IOException {
    List<Reference.Alternative> alternatives = reference.alternatives();
    if (alternatives.size() == 1 && alternatives.get(0).niceToHave().isEmpty()) {
      writeItems(alternatives.get(0).required(), out);
      return;
    }
    out.writeStartArray();
    for (Reference.Alternative alternative : alternatives) {
      if (alternative.niceToHave().isEmpty()) {
        writeItems(alternative.required(), out);
      } else {
        out.writeStartObject();
        out.writeFieldName(Names.REQUIRED);
        writeItems(alternative.required(), out);
        out.writeFieldName(Names.NICE_TO_HAVE);
        writeItems(alternative.niceToHave(), out);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private static void writeItems(List<String> items, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (String item : items) {
      out.writeString(item);
    }
    out.writeEndArray();
  }

  @Override
  public Reference read(JsonValue value) throws MalformedRecord {
    List<JsonValue> elements = Read.array(Names.REFERENCES, value).elements();
    if (elements.isEmpty()) {
      return Reference.NONE;
    }
    boolean structured =
        elements.get(0) instanceof JsonValue.Arr || elements.get(0) instanceof JsonValue.Obj;
    if (!structured) {
      return new Reference(List.of(alternative(value, value, value)));
    }
    List<Reference.Alternative> alternatives = new ArrayList<>();
    for (JsonValue element : elements) {
      if (element instanceof JsonValue.Obj object) {
        alternatives.add(
            alternative(
                Read.required(object, Names.REQUIRED),
                object.members().getOrDefault(Names.NICE_TO_HAVE, element),
                element));
      } else {
        alternatives.add(alternative(element, element, element));
      }
    }
    return new Reference(alternatives);
  }

  /** An alternative; {@code nice} is {@code whole} itself where there is no such member. */
  private static Reference.Alternative alternative(
      JsonValue required, JsonValue nice, JsonValue whole) throws MalformedRecord {
    List<String> items = Read.list(Names.REFERENCES, required, Read::scalar);
    if (items.isEmpty()) {
      throw new MalformedRecord(
          DeadLetterCode.WRONG_TYPE, "references holds an empty alternative", required.start());
    }
    List<String> welcome =
        nice == whole || nice.isNull()
            ? List.of()
            : Read.list(Names.NICE_TO_HAVE, nice, Read::scalar);
    return new Reference.Alternative(items, welcome);
  }
}
