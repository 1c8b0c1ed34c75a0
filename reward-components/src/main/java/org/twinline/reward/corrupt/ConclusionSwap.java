package org.twinline.reward.corrupt;

import java.util.List;
import java.util.Optional;
import org.twinline.terminology.Mention;
import org.twinline.terminology.SemanticType;

/**
 * Lets a chain of thought conclude something else than the answer: what the answer states becomes a
 * sibling in the last sentence of the chain of thought that names it, or, where none does, a last
 * sentence is added to both.
 */
final class ConclusionSwap {
  private final Siblings siblings;

  ConclusionSwap(Siblings siblings) {
    this.siblings = siblings;
  }

  /** The two chains of thought. */
  Optional<Maker.Pair> make(Case cot, Case answer, Draw draw) {
    if (cot.text().isBlank()) {
      return Optional.empty();
    }
    List<Named> stated =
        draw.shuffled(answer.names().stream().filter(n -> n.type() != SemanticType.OTHER).toList());
    for (Named named : stated) {
      if (!siblings.swappable(named, answer.part())) {
        continue;
      }
      String surface = named.surface(answer.text());
      List<String> others =
          siblings.of(
              named, surface, cot.language(), cot.part(), 1, draw, cot.text(), answer.text());
      if (!others.isEmpty()) {
        return Optional.of(pair(cot, named, surface, others.get(0), draw));
      }
    }
    return Optional.empty();
  }

  private static Maker.Pair pair(Case cot, Named named, String surface, String other, Draw draw) {
    Optional<Mention> last =
        cot.names().stream()
            .filter(n -> n.concepts().equals(named.concepts()))
            .flatMap(n -> n.places().stream())
            .filter(Mention::affirmed)
            .reduce((a, b) -> b);
    if (last.isPresent() && draw.coin()) {
      return new Maker.Pair(cot.text(), ConceptSwap.named(cot.text(), List.of(last.get()), other));
    }
    String frame = cot.phrases().any(Phrase.Kind.CONCLUDE, draw);
    return new Maker.Pair(
        ended(cot) + frame.replace("{X}", surface), ended(cot) + frame.replace("{X}", other));
  }

  private static String ended(Case cot) {
    String text = cot.text().stripTrailing();
    return text + (cot.chinese() ? "" : " ");
  }
}
