package org.twinline.reward.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.graph.ConceptGraph;

/** What stands around a name in a terminology. */
final class Neighbourhood {
  /** Names of what is left over: they do not say that the gold is wrong. */
  private static final Pattern RESIDUAL =
      Pattern.compile(
          "其他|其它|未特指|未分类|未明确|不明|个人史|家族史|\\b(?:other|unspecified|nos|history|not)\\b|[,，(（]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ICD =
      Pattern.compile("[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Zx]+)?(?:\\+\\S*)?");
  private static final int CATEGORY = 3;

  /** A code of an injury: no disease of the inner organs bears it. */
  private static final String ELSEWHERE = "S52.5";

  private static final Set<Designation.Kind> NAMES =
      EnumSet.of(Designation.Kind.PREFERRED, Designation.Kind.SYNONYM, Designation.Kind.ALIAS);

  private final Terminology terminology;
  private final ConceptGraph graph;
  private final String name;
  private final Language language;
  private final int[] own;
  private final Set<String> names = new HashSet<>();

  Neighbourhood(Terminology terminology, String name, Language language) {
    this.terminology = terminology;
    this.name = name;
    this.language = language;
    graph = terminology.graph();
    own = terminology.exactOrdinals(name);
    names.add(NameNormaliser.name(name));
    for (int concept : own) {
      terminology
          .conceptAt(concept)
          .designations()
          .forEach(d -> names.add(NameNormaliser.name(d.text())));
    }
  }

  /** Whether the name is in the terminology. */
  boolean known() {
    return own.length > 0;
  }

  /**
   * The siblings: concepts with a common parent that are neither above nor below the name's own,
   * share no name with them and are not named by what is left over; the most alike first.
   */
  List<Concept> siblings() {
    NameProfile profile = NameProfile.of(name);
    List<Concept> all = new ArrayList<>();
    IntStream.of(own)
        .flatMap(c -> Arrays.stream(graph.parents(c)))
        .flatMap(p -> Arrays.stream(graph.children(p)))
        .distinct()
        .filter(this::apart)
        .mapToObj(terminology::conceptAt)
        .filter(c -> c.name(language).filter(this::distinct).isPresent())
        .filter(c -> c.designations().stream().noneMatch(d -> mine(d.text())))
        .forEach(all::add);
    all.sort(
        Comparator.comparingDouble(
                (Concept c) -> -profile.similarity(NameProfile.of(c.name(language).orElseThrow())))
            .thenComparing(c -> c.id().toString()));
    return all;
  }

  /** A name of a sibling that is not its preferred one. */
  Optional<String> synonym(Concept sibling) {
    String preferred = sibling.name(language).orElseThrow();
    return sibling.designations().stream()
        .filter(d -> d.language() == language)
        .filter(d -> NAMES.contains(d.kind()))
        .map(Designation::text)
        .filter(t -> !NameNormaliser.name(t).equals(NameNormaliser.name(preferred)))
        .filter(this::distinct)
        .findFirst();
  }

  /** The names of the concepts at least two steps above, the nearest first. */
  List<String> ancestors() {
    List<String> all = new ArrayList<>();
    for (int concept : own) {
      graph.ancestors(concept).int2IntEntrySet().stream()
          .filter(e -> e.getIntValue() >= 2 && none(e.getIntKey()))
          .sorted(
              Comparator.comparingInt(
                      (it.unimi.dsi.fastutil.ints.Int2IntMap.Entry e) -> e.getIntValue())
                  .thenComparingInt(e -> e.getIntKey()))
          .map(e -> terminology.conceptAt(e.getIntKey()).name(language))
          .flatMap(Optional::stream)
          .filter(n -> !mine(n) && n.codePoints().anyMatch(Character::isLetter))
          .forEach(all::add);
    }
    return all.stream().distinct().toList();
  }

  /** The ICD codes of the name's concepts, each once, in the terminology's order. */
  List<String> codes() {
    return codes(own);
  }

  /** An ICD code of another name, or else of an injury, whose category is none of this one's. */
  String wrongCode(String other) {
    Set<String> categories = new HashSet<>();
    codes().forEach(code -> categories.add(code.substring(0, CATEGORY)));
    return codes(terminology.exactOrdinals(other)).stream()
        .filter(code -> !categories.contains(code.substring(0, CATEGORY)))
        .findFirst()
        .orElse(ELSEWHERE);
  }

  /** A name in the other language. */
  Optional<String> gloss() {
    return gloss(own);
  }

  /** Another name's name in the other language. */
  Optional<String> glossOf(String other) {
    return gloss(terminology.exactOrdinals(other)).filter(n -> !mine(n));
  }

  /** Whether a name is one of this one's concepts, or of one above or below them. */
  boolean near(String other) {
    return Arrays.stream(terminology.exactOrdinals(other)).anyMatch(c -> !apart(c));
  }

  private Optional<String> gloss(int[] concepts) {
    Language second = language == Language.ZH ? Language.EN : Language.ZH;
    return Arrays.stream(concepts)
        .mapToObj(c -> terminology.conceptAt(c).name(second))
        .flatMap(Optional::stream)
        .filter(n -> !RESIDUAL.matcher(n).find())
        .findFirst();
  }

  private List<String> codes(int[] concepts) {
    return Arrays.stream(concepts)
        .mapToObj(c -> terminology.conceptAt(c).codes())
        .flatMap(List::stream)
        .filter(code -> code.system().id().startsWith("ICD10"))
        .map(ConceptCode::value)
        .filter(code -> ICD.matcher(code).matches())
        .distinct()
        .toList();
  }

  private boolean apart(int concept) {
    for (int gold : own) {
      if (gold == concept
          || graph.distanceUp(gold, concept) >= 0
          || graph.distanceUp(concept, gold) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean none(int concept) {
    return IntStream.of(own).noneMatch(c -> c == concept);
  }

  private boolean mine(String text) {
    return names.contains(NameNormaliser.name(text));
  }

  /** Whether neither name holds the other, and the text is a name of its own. */
  private boolean distinct(String text) {
    String folded = NameNormaliser.name(text);
    return folded.codePoints().anyMatch(Character::isLetter)
        && !RESIDUAL.matcher(text).find()
        && names.stream().noneMatch(n -> n.contains(folded) || folded.contains(n))
        && Arrays.stream(terminology.exactOrdinals(text)).allMatch(this::apart);
  }
}
