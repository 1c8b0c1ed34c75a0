package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.mention.Span;

/** Finds the code of another disease beside the name of the right one. */
final class OtherCodes {
  /** Characters in front of a code that may announce it as one. */
  private static final int LEAD = 60;

  /** Characters of a code that name its category. */
  private static final int CATEGORY = 3;

  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{Alnum}./-])([A-QS-T][0-9][0-9A-Z](?:\\.[0-9A-Zx]{1,6})?)(?![\\p{Alnum}])");
  private static final Pattern CODED =
      Pattern.compile(
          "(?:疾病|诊断|disease |diagnos[ie]s )?(?:ICD|编码|代码|code)[^\\n]{0,14}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BESIDE = Pattern.compile("[\\s\\p{P}]{0,4}");

  private final Optional<Terminology> terminology;
  private final Relatedness relatedness;
  private final List<String> systems;

  OtherCodes(Optional<Terminology> terminology, Relatedness relatedness) {
    this.terminology = terminology;
    this.relatedness = relatedness;
    systems =
        terminology.map(Terminology::systems).orElse(List.of()).stream()
            .filter(system -> system.startsWith("ICD10"))
            .toList();
  }

  /** Where a code stands. */
  record Place(int start, int end) {}

  /**
   * The first code of another disease that belongs to a right name.
   *
   * @param right the right names of the conclusion
   * @param names these and those of other things, in their order; asked for where a code is
   *     announced away from any name
   */
  Optional<Place> find(
      String text, List<Required> required, List<Span> right, Supplier<List<Span>> names) {
    Matcher codes = CODE.matcher(text);
    while (!systems.isEmpty() && codes.find()) {
      Place place = new Place(codes.start(1), codes.end(1));
      if (beside(text, place, right, names) && foreign(codes.group(1), required)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Whether a code belongs to a right name: announced as one, or next to it. */
  private static boolean beside(
      String text, Place code, List<Span> right, Supplier<List<Span>> names) {
    for (Span name : right) {
      boolean behind = code.start >= name.end() && joins(text, name.end(), code.start);
      boolean before = code.end <= name.start() && joins(text, code.end, name.start());
      if (behind || before) {
        return true;
      }
    }
    Matcher coded = CODED.matcher(text).region(Math.max(0, code.start - LEAD), code.start);
    if (!coded.find()) {
      return false;
    }
    int cue = coded.start();
    Optional<Span> nearest = Optional.empty();
    for (Span name : names.get()) {
      boolean line = text.substring(code.end, Math.max(code.end, name.start())).indexOf('\n') < 0;
      if (name.end() <= cue || (nearest.isEmpty() && line && name.start() >= code.end)) {
        nearest = Optional.of(name);
      }
    }
    return nearest.filter(right::contains).isPresent();
  }

  private static boolean joins(String text, int from, int to) {
    return BESIDE.matcher(text).region(from, to).matches();
  }

  private boolean foreign(String code, List<Required> required) {
    Terminology known = terminology.orElseThrow();
    String category = code.substring(0, CATEGORY);
    if (required.stream().anyMatch(item -> item.categories().contains(category))) {
      return false;
    }
    int[] concepts = concepts(known, code);
    return relatedness.contradicts(
        concepts.length > 0 ? concepts : concepts(known, category), required, true);
  }

  private int[] concepts(Terminology known, String code) {
    return systems.stream()
        .flatMap(system -> known.byCode(system, code).stream())
        .mapToInt(concept -> known.ordinal(concept.id()))
        .distinct()
        .toArray();
  }
}
