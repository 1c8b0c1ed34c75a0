package org.twinline.core.json.adapter;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.triple.Extra;

/** Which values of a line a mapping used; the rest is kept as unknown fields. */
final class Consumed {
  private final Set<JsonValue> values = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonValue> touched = new HashSet<>();

  /** Marks a value with all it holds. */
  void add(JsonValue value) {
    values.add(value);
  }

  /** What no source used, by top-level name; an object that was used in part keeps the rest. */
  Extra rest(JsonValue.Obj line) {
    mark(line);
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonValue> member : line.members().entrySet()) {
      remainder(member.getValue()).ifPresent(raw -> fields.put(member.getKey(), raw));
    }
    return fields.isEmpty() ? Extra.NONE : new Extra(fields);
  }

  /** Finds the values that hold a used one somewhere inside. */
  private boolean mark(JsonValue value) {
    if (values.contains(value)) {
      return true;
    }
    boolean inside = false;
    if (value instanceof JsonValue.Obj object) {
      for (JsonValue member : object.members().values()) {
        inside |= mark(member);
      }
    } else if (value instanceof JsonValue.Arr array) {
      for (JsonValue element : array.elements()) {
        inside |= mark(element);
      }
    }
    if (inside) {
      touched.add(value);
    }
    return inside;
  }

  private Optional<String> remainder(JsonValue value) {
    if (values.contains(value)) {
      return Optional.empty();
    }
    if (!touched.contains(value)) {
      return Optional.of(value.raw());
    }
    StringBuilder rest = new StringBuilder();
    if (value instanceof JsonValue.Obj object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        Optional<String> inner = remainder(member.getValue());
        if (inner.isPresent()) {
          rest.append(rest.isEmpty() ? "{" : ",").append(quoted(member.getKey()));
          rest.append(':').append(inner.get());
        }
      }
      return rest.isEmpty() ? Optional.empty() : Optional.of(rest.append('}').toString());
    }
    for (JsonValue element : ((JsonValue.Arr) value).elements()) {
      Optional<String> inner = remainder(element);
      if (inner.isPresent()) {
        rest.append(rest.isEmpty() ? "[" : ",").append(inner.get());
      }
    }
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest.append(']').toString());
  }

  private static String quoted(String name) {
    return new String(Json.write(out -> out.writeString(name)), StandardCharsets.UTF_8);
  }
}
