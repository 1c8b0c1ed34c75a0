package org.twinline.core.json.adapter;

import java.io.Serializable;
import java.util.List;
import org.twinline.core.Require;

/** Where a mapping takes the text of the question from. */
public sealed interface QuestionSource extends Serializable {
  /** The text of a field. */
  record Field(FieldPointer pointer) implements QuestionSource {}

  /** Several fields, objects and arrays too, as indented lines {@code Key: value}. */
  record Outline(List<FieldPointer> pointers) implements QuestionSource {
    public Outline {
      pointers = List.copyOf(pointers);
      Require.argument(!pointers.isEmpty(), "Cannot make an outline of no fields");
    }
  }
}
