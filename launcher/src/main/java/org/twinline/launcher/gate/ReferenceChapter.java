package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.merge.Icd10Chapters;

/**
 * The ICD-10 chapter of a record: that of the first reference code in its rule explanation, as a
 * range of categories ({@code I00-I99}).
 */
final class ReferenceChapter {
  /** The reference is coded, but not by ICD-10. */
  static final String OTHER = "other";

  /** No list has a name for the reference. */
  static final String UNLINKED = "unlinked";

  /** Explanations whose second argument is the code of the reference. */
  private static final List<String> CODED = List.of("pair", "claim");

  private ReferenceChapter() {}

  /**
   * The chapter, {@code other}, {@code unlinked}, or {@code unknown} where nothing was compared.
   */
  static String of(JsonNode scores) {
    for (JsonNode score : scores) {
      if (score.path("name").asText().equals("rule")) {
        return code(score.path("explanation")).map(ReferenceChapter::chapter).orElse(Slice.UNKNOWN);
      }
    }
    return Slice.UNKNOWN;
  }

  private static Optional<String> code(JsonNode explanation) {
    if (CODED.contains(explanation.path("code").asText())) {
      return Optional.of(explanation.path("arguments").path(1).asText());
    }
    for (JsonNode part : explanation.path("parts")) {
      Optional<String> found = code(part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String chapter(String code) {
    int colon = code.indexOf(':');
    if (colon < 0) {
      return UNLINKED;
    }
    String category = code.substring(colon + 1);
    return code.startsWith("ICD10") && category.length() >= 3
        ? Icd10Chapters.of(category).map(Icd10Chapters::range).orElse(OTHER)
        : OTHER;
  }
}
