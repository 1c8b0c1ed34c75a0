package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinline.core.text.Span;
import org.twinline.terminology.Terminology;

/**
 * Chains of thought with unsound steps: of their sentences, about a third become unsound, by a
 * sibling, a changed number, a reversed statement or an unsound sentence in their place; for each
 * unsound sentence that is put in, about one sound one is too. Thread-safe.
 */
public final class StepRows {
  private static final int LEAST = 3;
  private static final int MOST = 40;
  private static final int UNSOUND_IN = 3;

  private final Terminology terminology;
  private final List<Maker> within;
  private final long seed;

  private StepRows(Terminology terminology, long seed) {
    this.terminology = terminology;
    this.seed = seed;
    Siblings siblings = new Siblings(terminology);
    within =
        List.of(
            ConceptSwap.everywhere(siblings),
            new Reversals(),
            NumberChange.ofMeasures(),
            NumberChange.ofDoses(),
            new SideSwap());
  }

  public static StepRows over(Terminology terminology, long seed) {
    return new StepRows(terminology, seed);
  }

  /** The row of an answer's chain of thought; empty where it has fewer than three sentences. */
  public Optional<StepRow> of(GoodAnswer good) {
    Case cot = new Case(terminology, good, good.cot());
    if (cot.sentences().size() < LEAST) {
      return Optional.empty();
    }
    Draw draw = Draw.of(Long.toString(seed), good.id(), "steps");
    Iterator<Phrase> unsound = cycled(cot.phrases().all(Phrase.Kind.BAD_STEP), draw);
    Iterator<Phrase> added = cycled(cot.phrases().all(Phrase.Kind.GOOD_STEP), draw);
    List<String> steps = new ArrayList<>();
    List<Boolean> sound = new ArrayList<>();
    for (Span sentence : cot.sentences().subList(0, Math.min(MOST, cot.sentences().size()))) {
      String step = sentence.of(cot.text());
      if (draw.below(UNSOUND_IN) > 0) {
        if (draw.below(UNSOUND_IN * 2) == 0) {
          steps.add(added.next().text());
          sound.add(true);
        }
        steps.add(step);
        sound.add(true);
        continue;
      }
      Optional<Maker.Pair> changed =
          draw.below(UNSOUND_IN) == 0 ? Optional.empty() : changed(good, step, draw);
      steps.add(changed.map(Maker.Pair::rejected).orElseGet(() -> unsound.next().text()));
      sound.add(false);
    }
    return Optional.of(
        new StepRow(good.id(), good.question(), steps, sound, good.language(), good.part()));
  }

  /** The phrases in a drawn order, again and again: none comes twice before all came once. */
  private static Iterator<Phrase> cycled(List<Phrase> phrases, Draw draw) {
    List<Phrase> order = draw.shuffled(phrases);
    return Stream.generate(() -> order).flatMap(List::stream).iterator();
  }

  private Optional<Maker.Pair> changed(GoodAnswer good, String step, Draw draw) {
    Case one = new Case(terminology, good, step);
    for (Maker maker : draw.shuffled(within)) {
      Optional<Maker.Pair> pair = maker.make(one, draw).filter(p -> !p.rejected().equals(step));
      if (pair.isPresent()) {
        return pair;
      }
    }
    return Optional.empty();
  }
}
