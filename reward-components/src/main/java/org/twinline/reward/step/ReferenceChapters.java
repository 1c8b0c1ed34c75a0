package org.twinline.reward.step;

import java.util.List;
import java.util.Optional;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.terminology.merge.Icd10Chapters;

/**
 * Counts triples by the ICD-10 chapter of their reference answer, as figures {@code
 * chapter.RANGE.kept} and {@code chapter.RANGE.dropped}. The chapter is that of the first reference
 * code in the rules' explanation: a range of categories ({@code I00-I99}), {@code other} for a code
 * of another system and {@code unlinked} where no list has a name for the reference. Triples whose
 * rules compared no names are not counted.
 */
public final class ReferenceChapters {
  private static final String OTHER = "other";
  private static final String UNLINKED = "unlinked";

  /** Explanations whose second argument is the code of the reference. */
  private static final List<String> CODED = List.of("pair", "claim");

  private ReferenceChapters() {}

  /** Counts one triple. */
  public static void count(Judged judged, boolean kept, TallyBuilder tally) {
    judged
        .score(ScoreNames.RULE)
        .flatMap(score -> code(score.explanation()))
        .ifPresent(
            code -> tally.count("chapter." + chapter(code) + (kept ? ".kept" : ".dropped"), 1));
  }

  private static Optional<String> code(Explanation explanation) {
    if (CODED.contains(explanation.code()) && explanation.arguments().size() > 1) {
      return Optional.of(explanation.arguments().get(1));
    }
    return explanation.parts().stream().flatMap(part -> code(part).stream()).findFirst();
  }

  static String chapter(String code) {
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
