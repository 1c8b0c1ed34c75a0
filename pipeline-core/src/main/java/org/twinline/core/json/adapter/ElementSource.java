package org.twinline.core.json.adapter;

import java.io.Serializable;
import java.util.Optional;
import org.twinline.core.json.JsonValue;

/** Where a candidate source finds a part: the entry's key, its value, or a field of its value. */
public sealed interface ElementSource extends Serializable {
  /** The name of the member, or the index of the element counted from 0. */
  record Key() implements ElementSource {}

  /** The value of the member or element itself. */
  record Value() implements ElementSource {}

  /** A field of the value. */
  record Field(FieldPointer pointer) implements ElementSource {}

  /**
   * {@code key}, {@code value} or a pointer; a field of the name {@code key} is {@code /key}.
   *
   * @throws IllegalArgumentException if it is not a pointer
   */
  static ElementSource parse(String text) {
    return switch (text) {
      case "key" -> new Key();
      case "value" -> new Value();
      default -> new Field(FieldPointer.parse(text));
    };
  }

  /** The value in an entry; a key has none. */
  default Optional<JsonValue> find(JsonValue entry) {
    if (this instanceof Field field) {
      return field.pointer().find(entry);
    }
    return this instanceof Value && !entry.isNull() ? Optional.of(entry) : Optional.empty();
  }
}
