package org.twinline.terminology;

import org.twinline.core.Require;

/** A code in a code system, {@code I21.9} in {@code ICD10CM/2021}. */
public record ConceptCode(CodeSystem system, String value) {
  public ConceptCode {
    Require.argument(
        !value.isEmpty() && value.chars().noneMatch(c -> c <= ' '),
        "illegal %s code: '%s', must not be empty or hold white space",
        system,
        value);
  }

  /** The short form that stands in explanations, without the edition: {@code ICD10CM:I21.9}. */
  public String label() {
    return system.id() + ":" + value;
  }

  @Override
  public String toString() {
    return system + ":" + value;
  }
}
