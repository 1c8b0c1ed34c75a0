package org.twinline.terminology.mention;

import org.twinline.core.Require;

/**
 * One of the diagnoses in a string.
 *
 * @param start first character (UTF-16 index into the string as given)
 * @param end one past the last character
 * @param named whether the span is a name of the dictionary as it stands
 * @param joined whether it reads as two diagnoses and is one name ({@code 胆囊结石伴急性胆囊炎})
 * @param concepts how many concepts a classification that codes site and morphology of a tumour,
 *     and the state after an operation beside what was operated on, needs for it; at least 1
 */
public record Diagnosis(int start, int end, boolean named, boolean joined, int concepts) {
  public Diagnosis {
    Require.argument(start >= 0 && start < end, "illegal span: %s to %s", start, end);
    Require.argument(concepts >= 1, "illegal concepts: %s, must be at least 1", concepts);
  }
}
