package org.twinline.core.triple;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about a question beside its text: labels (axis to values), rubrics, unknown fields.
 */
public record Annotations(Map<String, List<String>> labels, List<Rubric> rubrics, Extra extra) {
  public static final Annotations NONE = new Annotations(Map.of(), List.of(), Extra.NONE);

  public Annotations {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    labels.forEach((axis, values) -> copy.put(axis, List.copyOf(values)));
    labels = Collections.unmodifiableMap(copy);
    rubrics = List.copyOf(rubrics);
  }
}
