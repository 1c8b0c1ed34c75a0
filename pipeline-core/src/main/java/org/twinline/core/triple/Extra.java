package org.twinline.core.triple;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields of the input that Twinline does not know, carried through unchanged: name to raw JSON
 * value, ordered by name.
 */
public record Extra(Map<String, String> fields) {
  public static final Extra NONE = new Extra(Map.of());

  public Extra {
    fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}
