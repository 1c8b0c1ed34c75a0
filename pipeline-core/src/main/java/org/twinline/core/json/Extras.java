package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.core.triple.Extra;

/** Unknown fields: gathered from the input, written below {@code extra}, read back from there. */
public final class Extras {
  private Extras() {}

  /**
   * The members of an input object that are not known, verbatim; those of an {@code extra} object
   * are merged in.
   *
   * @throws MalformedRecord if a name stands both beside and inside {@code extra}
   */
  public static Extra unknown(JsonValue.Obj object, Set<String> known) throws MalformedRecord {
    Map<String, String> fields = null;
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String name = member.getKey();
      if (known.contains(name)) {
        continue;
      }
      fields = fields == null ? new TreeMap<>() : fields;
      if (name.equals(Names.EXTRA) && member.getValue() instanceof JsonValue.Obj inner) {
        for (Map.Entry<String, JsonValue> entry : inner.members().entrySet()) {
          add(fields, entry.getKey(), entry.getValue());
        }
      } else {
        add(fields, name, member.getValue());
      }
    }
    return fields == null ? Extra.NONE : new Extra(fields);
  }

  private static void add(Map<String, String> fields, String name, JsonValue value)
      throws MalformedRecord {
    if (fields.putIfAbsent(name, value.raw()) != null) {
      throw new MalformedRecord(
          DeadLetterCode.DUPLICATE_KEY, "the same name beside and inside extra", value.start());
    }
  }

  /** The same unknown fields and one more, unless its name is taken. */
  public static Extra with(Extra extra, String name, JsonValue value) {
    Map<String, String> fields = new TreeMap<>(extra.fields());
    fields.putIfAbsent(name, value.raw());
    return new Extra(fields);
  }

  /** Writes the field {@code extra}, or nothing where there is no unknown field. */
  static void writeField(Extra extra, JsonGenerator out) throws IOException {
    if (extra.fields().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(Names.EXTRA);
    for (Map.Entry<String, String> field : extra.fields().entrySet()) {
      out.writeFieldName(field.getKey());
      out.writeRawValue(field.getValue());
    }
    out.writeEndObject();
  }

  /** Reads what {@link #writeField} wrote. */
  static Extra read(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.EXTRA);
    if (value == null) {
      return Extra.NONE;
    }
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonValue> member :
        Read.object(Names.EXTRA, value).members().entrySet()) {
      fields.put(member.getKey(), member.getValue().raw());
    }
    return new Extra(fields);
  }
}
