package org.twinline.reward.rule.medication;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;

/**
 * A drug by its name: as written, and without bracketed names, strength, pharmaceutical form and
 * salt. Salts whose cation acts (氯化钾, calcium carbonate) stay whole.
 */
final class DrugName {
  private static final Pattern BRACKETS = Pattern.compile("[(（\\[【][^()（）\\[\\]【】]{0,60}[)）\\]】]");
  private static final Pattern STRENGTH =
      Pattern.compile("\\d[\\d.,]{0,9}\\s?(?:mg|g|ug|μg|mcg|ml|iu|u|%|毫克|克|微克|毫升|单位).{0,20}$");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:肠溶|缓释|控释|分散|咀嚼|泡腾|口崩|薄膜衣|双释放|软|硬|口服|干|粉)*"
              + "(?:片剂|片|胶囊|颗粒剂|颗粒|注射液|注射剂|针剂|口服液|溶液|混悬液|糖浆|滴丸|丸|散|软膏|乳膏|凝胶|贴剂|栓剂?|喷雾剂|气雾剂"
              + "|粉雾剂|滴眼液|冲剂|粉针)$"
              + "|\\s(?:(?:enteric[- ]coated|extended[- ]release|sustained[- ]release|delayed[- ]release"
              + "|oral|er|xr|sr|ec|xl)\\s)?(?:tablets?|capsules?|injection|syrup|solution|suspension"
              + "|cream|ointment|gel|patch|inhaler|er|xr|sr|ec|xl)$");
  private static final Pattern PREFIX = Pattern.compile("^(?:注射用|复合|国产|进口)(?=.{2})");
  private static final Pattern ACID =
      Pattern.compile(
          "^(?:盐酸|硫酸氢|硫酸|重酒石酸|酒石酸|马来酸|琥珀酸|富马酸|磷酸|枸橼酸|氢溴酸|苯磺酸|甲磺酸|醋酸|硝酸|草酸|甲苯磺酸|丙酸|糠酸|单硝酸(?!异))"
              + "(?=[^钠钾钙镁锌铁铝亚氢铜锂银].{1,})");
  private static final Pattern BASE =
      Pattern.compile("(?<=^[^氯碳碘溴硫硝柠枸葡醋门氢][^化酸].{1,12})(?:钠|钾|钙|镁|二钠|盐酸盐|硫酸盐|钠盐|钾盐)$");
  private static final Pattern SALT =
      Pattern.compile(
          "(?<=^\\p{IsLatin}[\\p{IsLatin}-]{3,30})\\s(?:hydrochloride|hcl|sulfate|sulphate|bisulfate|sodium|potassium"
              + "|calcium|magnesium|maleate|succinate|tartrate|fumarate|besylate|mesylate|phosphate|acetate"
              + "|citrate|hydrobromide|tromethamine|bromide|dihydrate|trihydrate|monohydrate)$");
  private static final Pattern CATION =
      Pattern.compile(
          "^(?:sodium|potassium|calcium|magnesium|ferrous|zinc|lithium|aluminium|aluminum)\\b");

  private static final double LIKE = 0.8;

  /** Whether two names mean one drug. */
  enum Same {
    YES,
    /** One may be the other: names alike, in scripts that do not compare, or a broader concept. */
    UNKNOWN,
    NO
  }

  private final Set<String> names = new LinkedHashSet<>();
  private final String core;
  private final Set<Integer> concepts = new LinkedHashSet<>();
  private final Optional<Terminology> terminology;

  DrugName(String written, Optional<Terminology> terminology) {
    this.terminology = terminology;
    String raw = written.strip();
    String plain = BRACKETS.matcher(raw).replaceAll(" ").strip();
    plain = STRENGTH.matcher(plain.toLowerCase(java.util.Locale.ROOT)).replaceFirst("").strip();
    String form = FORM.matcher(plain).replaceFirst("").strip();
    form = form.length() < 2 ? plain : PREFIX.matcher(form).replaceFirst("");
    core = NameNormaliser.name(salt(form));
    for (String name : new String[] {raw, plain, form, core}) {
      names.add(NameNormaliser.name(name));
      link(name);
    }
    names.remove("");
  }

  private static String salt(String name) {
    if (CATION.matcher(name).find()) {
      return name;
    }
    String free = ACID.matcher(name).replaceFirst("");
    return SALT.matcher(BASE.matcher(free).replaceFirst("")).replaceFirst("");
  }

  private void link(String name) {
    if (terminology.isPresent() && !name.isBlank() && concepts.isEmpty()) {
      for (int concept : terminology.get().exactOrdinals(name)) {
        concepts.add(concept);
      }
      if (concepts.isEmpty()) {
        terminology.get().alias(name).forEach(c -> link(c.designations().get(0).text()));
      }
    }
  }

  Same same(DrugName other) {
    if (names.stream().anyMatch(other.names::contains)) {
      return Same.YES;
    }
    if (!concepts.isEmpty() && !other.concepts.isEmpty()) {
      return concepts.stream().anyMatch(other.concepts::contains)
          ? Same.YES
          : related(other) ? Same.UNKNOWN : Same.NO;
    }
    NameProfile mine = NameProfile.of(core);
    NameProfile theirs = NameProfile.of(other.core);
    return !mine.comparable(theirs) || mine.similarity(theirs) >= LIKE ? Same.UNKNOWN : Same.NO;
  }

  private boolean related(DrugName other) {
    return terminology.isPresent()
        && concepts.stream()
            .anyMatch(
                a ->
                    other.concepts.stream()
                        .anyMatch(
                            b ->
                                terminology.get().graph().distanceUp(a, b) == 1
                                    || terminology.get().graph().distanceUp(b, a) == 1));
  }
}
