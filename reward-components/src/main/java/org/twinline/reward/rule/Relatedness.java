package org.twinline.reward.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Concept;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.graph.ConceptGraph;

/** Whether what stands beside the matched entities of an answer is another answer. */
final class Relatedness {
  /** A longer piece is prose, not a name beside the answer: characters, Chinese counted thrice. */
  private static final int LONGEST_NAME = 60;

  /** Names less alike are of different things. */
  private static final double LIKE = 0.6;

  /** Names more alike may be of one thing, though no list says so. */
  private static final double SAME = 0.85;

  private static final Set<RelationType> CLINICAL =
      EnumSet.complementOf(EnumSet.of(RelationType.DIFFERENTIAL));

  private final Optional<Terminology> terminology;

  Relatedness(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /**
   * Whether an assertion beside the matched ones is another answer: surely linked, of the kind that
   * is asked for, and neither broader nor narrower than an item, nor joined to it by a clinical
   * relation.
   */
  boolean unrelated(Asserted extra, List<Required> required) {
    if (extra.own() >= 0 && !extra.linked()) {
      return true;
    }
    if (extra.link() == Asserted.Link.NONE) {
      return name(extra.profile().folded());
    }
    if (terminology.isEmpty() || extra.link().compareTo(Asserted.Link.HEAD) > 0) {
      return false;
    }
    return Arrays.stream(extra.concepts()).noneMatch(c -> near(c, required))
        && sameKind(
            extra.link() == Asserted.Link.EXACT
                ? extra.concepts()
                : Arrays.copyOf(extra.concepts(), 1),
            required);
  }

  /**
   * Whether concepts are surely of other things than the items: none of them is near one, and no
   * name of theirs is like one of its names where the two have a script in common. Where nothing
   * can be compared nothing is said.
   *
   * @param synonymous whether they are said to be the same: then a thing of another kind, a cause
   *     or a sibling of a similar name is another thing too
   */
  boolean contradicts(int[] concepts, List<Required> required, boolean synonymous) {
    if (terminology.isEmpty() || concepts.length == 0) {
      return false;
    }
    double like = synonymous ? SAME : LIKE;
    for (int concept : concepts) {
      for (Required item : required) {
        boolean close = synonymous ? kin(concept, item) : near(concept, required);
        if (close || !different(terminology.get().conceptAt(concept), item, like)) {
          return false;
        }
      }
    }
    return synonymous || sameKind(concepts, required) || required.stream().allMatch(this::other);
  }

  /** Whether a concept is an item's own, above or below it, or clinically related to it. */
  private boolean near(int concept, List<Required> required) {
    ConceptGraph graph = terminology.orElseThrow().graph();
    return required.stream()
        .anyMatch(
            item ->
                kin(concept, item)
                    || Arrays.stream(item.concepts())
                        .anyMatch(gold -> clinical(graph, gold, concept)));
  }

  private boolean kin(int concept, Required item) {
    ConceptGraph graph = terminology.orElseThrow().graph();
    return Arrays.stream(item.concepts())
        .anyMatch(
            gold ->
                gold == concept
                    || graph.distanceUp(concept, gold) >= 0
                    || graph.distanceUp(gold, concept) >= 0);
  }

  private boolean sameKind(int[] concepts, List<Required> required) {
    if (required.stream().noneMatch(Required::linked)) {
      return true;
    }
    return required.stream()
        .flatMapToInt(item -> Arrays.stream(item.concepts()))
        .anyMatch(gold -> Arrays.stream(concepts).anyMatch(c -> type(c) == type(gold)));
  }

  /** Whether it is of no kind in particular, as phenotypes are, which may be diseases. */
  private boolean other(Required item) {
    return Arrays.stream(item.concepts()).allMatch(c -> type(c) == SemanticType.OTHER);
  }

  private SemanticType type(int concept) {
    return terminology.orElseThrow().conceptAt(concept).type();
  }

  /** Whether both have names in one script, and none of these is like another. */
  private static boolean different(Concept concept, Required item, double like) {
    boolean compared = false;
    for (Language language : List.of(Language.ZH, Language.EN)) {
      for (String name :
          concept.designations().stream()
              .filter(d -> d.language() == language)
              .map(d -> d.text())
              .toList()) {
        NameProfile profile = NameProfile.of(name);
        if (item.comparable(profile)) {
          compared = true;
          if (item.term(profile) >= like) {
            return false;
          }
        }
      }
    }
    return compared;
  }

  private static boolean name(String folded) {
    long chinese = folded.chars().filter(c -> NameNormaliser.unspaced((char) c)).count();
    return folded.length() + 2 * chinese <= LONGEST_NAME;
  }

  private static boolean clinical(ConceptGraph graph, int gold, int concept) {
    int[] parents = graph.parents(concept);
    boolean siblings =
        Arrays.stream(graph.parents(gold))
            .anyMatch(p -> Arrays.stream(parents).anyMatch(q -> q == p));
    return !siblings && graph.related(gold, concept, CLINICAL);
  }
}
