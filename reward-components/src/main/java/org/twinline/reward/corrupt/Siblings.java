package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * Near misses of a concept: concepts of its type under a common parent, or, where there are none,
 * under a common grandparent, that are neither it nor above, below or called like it, with a name
 * fit for a sentence.
 */
final class Siblings {
  /** Names of what is left over, or of lists and codes, that no answer would use. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "其他|其它|未特指|未分类|未明确|不明|个人史|家族史|伴有|[0-9,，;；:：()（）\\[\\]/+【】、]"
              + "|\\b(?:other|unspecified|nos|history|not|with|without|due|and|or)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What is swapped: not symptoms, poisonings, external causes and factors (R, T to Z). */
  private static final String CHAPTERS = "ABCDEFGHIJKLMNOPQS";

  /** Groups of drugs are written in capitals. */
  private static final Pattern CAPITALS = Pattern.compile("[^a-z\\p{IsHan}]{6,}.*");

  private static final int MORE = 12;
  private static final byte IN_TRAIN = 1;
  private static final byte IN_TEST = 2;
  private static final int PROBES = 60;
  private static final int MOST_UNCLES = 200;
  private static final int UNCLES = 12;
  private static final int COUSINS = 12;
  private static final int MOST_CHILDREN = 2_000;
  private static final int SLACK = 4;
  private static final double SAME = 0.9;
  private static final int CATEGORY = 3;
  private static final int SUBCATEGORY = 5;
  private static final int ATC_CLASS = 5;

  private final Terminology terminology;
  private final ConceptGraph graph;

  /** Each concept's part as far as it was asked for; 0 is unknown. Races write the same. */
  private final byte[] parts;

  Siblings(Terminology terminology) {
    this.terminology = terminology;
    graph = terminology.graph();
    parts = new byte[terminology.size()];
  }

  /**
   * The part all the concepts belong to; empty where they are in both. A concept's family is its
   * ICD category, its ATC class of the fourth level, or else its first parent.
   */
  Optional<Part> part(int... concepts) {
    Set<Part> all = new TreeSet<>();
    for (int concept : concepts) {
      if (parts[concept] == 0) {
        parts[concept] = Part.of("family", family(concept)) == Part.TRAIN ? IN_TRAIN : IN_TEST;
      }
      all.add(parts[concept] == IN_TRAIN ? Part.TRAIN : Part.TEST);
    }
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** Whether no concept of the other part bears the name. */
  boolean allows(String name, Part part) {
    int[] bearers = terminology.exactOrdinals(name);
    return bearers.length == 0 || part(bearers).equals(Optional.of(part));
  }

  /** Whether all the concepts belong to the part and are specific enough to be swapped. */
  boolean swappable(Named named, Part part) {
    return part(named.ordinals()).equals(Optional.of(part))
        && Arrays.stream(named.ordinals()).allMatch(this::specific);
  }

  private boolean specific(int concept) {
    for (ConceptCode code : terminology.conceptAt(concept).codes()) {
      String system = code.system().id();
      if ((system.startsWith("ICD10") && CHAPTERS.indexOf(code.value().charAt(0)) < 0)
          || (system.equals("ATC")
              && (code.value().startsWith("V") || code.value().length() < ATC_CLASS))) {
        return false;
      }
    }
    return graph.parents(concept).length > 0;
  }

  private String family(int concept) {
    Concept itself = terminology.conceptAt(concept);
    for (ConceptCode code : itself.codes()) {
      if (code.system().id().startsWith("ICD10") && code.value().length() >= CATEGORY) {
        return "ICD10 " + code.value().substring(0, CATEGORY);
      }
      if (code.system().id().equals("ATC") && code.value().length() >= ATC_CLASS) {
        return "ATC " + code.value().substring(0, ATC_CLASS);
      }
    }
    return Arrays.stream(graph.parents(concept))
        .mapToObj(parent -> terminology.conceptAt(parent).id().toString())
        .sorted()
        .findFirst()
        .orElse(itself.id().toString());
  }

  /**
   * Names of up to {@code limit} siblings, all of the part, in an order the draw gives.
   *
   * @param texts where no sibling may be named already
   */
  List<String> of(
      Named named,
      String surface,
      Language language,
      Part part,
      int limit,
      Draw draw,
      String... texts) {
    int[] own = named.ordinals();
    Set<String> names = new HashSet<>();
    names.add(NameNormaliser.name(surface));
    for (int concept : own) {
      terminology
          .conceptAt(concept)
          .designations()
          .forEach(d -> names.add(NameNormaliser.name(d.text())));
    }
    List<Integer> parents = draw.shuffled(above(own));
    Search search = new Search(named, surface, language, part, names, List.of(texts));
    for (int parent : parents) {
      search.below(parent, PROBES, limit + MORE, draw);
    }
    if (search.found.size() < limit) {
      int[] nearest = parents.stream().mapToInt(Integer::intValue).toArray();
      List<Integer> uncles =
          above(nearest).stream()
              .filter(p -> graph.children(p).length <= MOST_UNCLES)
              .flatMap(p -> Arrays.stream(graph.children(p)).boxed())
              .filter(uncle -> !parents.contains(uncle))
              .distinct()
              .toList();
      for (int uncle : draw.shuffled(uncles).subList(0, Math.min(uncles.size(), UNCLES))) {
        search.below(uncle, COUSINS, limit + MORE, draw);
      }
    }
    List<String> found = search.found;
    // Shorter and longer names equally often, or the fault would be the longer text.
    boolean shorter = draw.coin();
    found.sort(
        Comparator.comparing(
            n -> shorter ? n.length() > surface.length() : n.length() < surface.length()));
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  /** Another name of the same concept that fits into a sentence; the same name is none. */
  Optional<String> otherName(Named named, String surface, Language language, Draw draw) {
    String folded = NameNormaliser.name(surface);
    List<String> names =
        terminology.conceptAt(named.ordinals()[0]).designations().stream()
            .filter(d -> d.language() == language)
            .filter(
                d -> d.kind() == Designation.Kind.PREFERRED || d.kind() == Designation.Kind.SYNONYM)
            .map(Designation::text)
            .filter(n -> !NameNormaliser.name(n).equals(folded) && fits(n, surface))
            .distinct()
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(cased(draw.from(names)));
  }

  private Optional<String> name(
      int sibling, Named named, String surface, Language language, Set<String> names) {
    Concept concept = terminology.conceptAt(sibling);
    if (concept.type() != named.type()
        || concept.designations().stream()
            .anyMatch(d -> names.contains(NameNormaliser.name(d.text())))) {
      return Optional.empty();
    }
    return concept
        .name(language)
        .filter(n -> fits(n, surface))
        .filter(n -> distinct(n, named, names))
        .map(Siblings::cased);
  }

  private boolean distinct(String name, Named named, Set<String> names) {
    String folded = NameNormaliser.name(name);
    return names.stream().noneMatch(n -> n.contains(folded) || folded.contains(n))
        && Arrays.stream(terminology.exactOrdinals(name)).allMatch(c -> apart(c, named.ordinals()));
  }

  private static boolean fits(String name, String surface) {
    return !UNFIT.matcher(name).find()
        && !CAPITALS.matcher(name).matches()
        && name.codePoints().anyMatch(Character::isLetter)
        && name.length() * 2 + SLACK >= surface.length()
        && name.length() <= surface.length() * 2 + SLACK;
  }

  private static boolean holds(String text, String name) {
    return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it is none of the concepts and neither above nor below them. */
  private boolean apart(int concept, int[] own) {
    for (int gold : own) {
      if (gold == concept
          || graph.distanceUp(gold, concept) >= 0
          || graph.distanceUp(concept, gold) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether ICD puts both under one subcategory: these are often one disease by two names. */
  private boolean sameSubcategory(int a, int b) {
    List<String> theirs = subcategories(b);
    return subcategories(a).stream()
        .anyMatch(x -> theirs.stream().anyMatch(y -> x.startsWith(y) || y.startsWith(x)));
  }

  private List<String> subcategories(int concept) {
    return terminology.conceptAt(concept).codes().stream()
        .filter(code -> code.system().id().startsWith("ICD10"))
        .map(code -> code.value().substring(0, Math.min(SUBCATEGORY, code.value().length())))
        .toList();
  }

  /** An English name as within a sentence: only eponyms and abbreviations keep their capital. */
  private static String cased(String name) {
    boolean word =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isLowerCase(name.charAt(1));
    return word && !name.contains("'s")
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  private List<Integer> above(int[] concepts) {
    return IntStream.of(concepts)
        .flatMap(c -> Arrays.stream(graph.parents(c)))
        .distinct()
        .boxed()
        .toList();
  }

  /** The names found so far for one concept. */
  private final class Search {
    private final Named named;
    private final String surface;
    private final Language language;
    private final Part part;
    private final Set<String> names;
    private final List<String> texts;
    private final NameProfile profile;
    private final List<String> found = new ArrayList<>();

    Search(
        Named named,
        String surface,
        Language language,
        Part part,
        Set<String> names,
        List<String> texts) {
      this.named = named;
      this.surface = surface;
      this.language = language;
      this.part = part;
      this.names = names;
      this.texts = texts;
      profile = NameProfile.of(surface);
    }

    /** Looks at some children of a concept, until there are enough names. */
    void below(int parent, int probes, int enough, Draw draw) {
      int[] children = graph.children(parent);
      if (children.length == 0 || children.length > MOST_CHILDREN) {
        return;
      }
      int from = draw.below(children.length);
      for (int i = 0; i < Math.min(children.length, probes) && found.size() < enough; i++) {
        int child = children[(from + i) % children.length];
        if (fits(child)) {
          name(child, named, surface, language, names)
              .filter(n -> found.stream().noneMatch(f -> f.equalsIgnoreCase(n)))
              .filter(n -> texts.stream().noneMatch(t -> holds(t, n)))
              .filter(n -> profile.similarity(NameProfile.of(n)) < SAME)
              .filter(n -> part(terminology.exactOrdinals(n)).equals(Optional.of(part)))
              .ifPresent(found::add);
        }
      }
    }

    private boolean fits(int child) {
      int[] own = named.ordinals();
      return part(child).equals(Optional.of(part))
          && graph.leaf(child) == graph.leaf(own[0])
          && specific(child)
          && apart(child, own)
          && Arrays.stream(own).noneMatch(c -> sameSubcategory(c, child));
    }

    private Optional<Part> part(int... concepts) {
      return Siblings.this.part(concepts);
    }
  }
}
