package org.twinline.reward.corrupt;

import java.util.List;
import java.util.Optional;
import org.twinline.core.text.Span;

/**
 * Makes one step of a chain of thought unsound: an unsound sentence in its place, a sibling, a
 * changed number or its reverse within it.
 */
final class StepReplacement implements Maker {
  private final Maker phrases;
  private final List<Maker> within;

  StepReplacement(Siblings siblings) {
    phrases = new PhraseSwap(Phrase.Kind.BAD_STEP, Phrase.Kind.GOOD_STEP, Integer.MAX_VALUE);
    within =
        List.of(
            ConceptSwap.ofConclusion(siblings),
            new Reversals(),
            NumberChange.ofMeasures(),
            NumberChange.ofDoses(),
            new SideSwap());
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    if (good.text().isBlank() || good.sentences().size() < 2) {
      return Optional.empty();
    }
    if (draw.coin()) {
      for (Maker maker : draw.shuffled(within)) {
        Optional<Pair> pair = maker.make(good, draw).filter(p -> oneStep(good, p));
        if (pair.isPresent()) {
          return pair;
        }
      }
    }
    return phrases.make(good, draw);
  }

  /** Whether only one step changed. */
  private static boolean oneStep(Case good, Pair pair) {
    Span place =
        pair.chosen().equals(pair.rejected())
            ? new Span(0, 0)
            : Corrupted.of(Corruption.STEP_REPLACED, good.part(), pair.chosen(), pair.rejected())
                .place();
    return pair.chosen().equals(good.text())
        && good.sentences().stream()
            .anyMatch(s -> s.start() <= place.start() && place.start() < s.end());
  }
}
