package org.twinline.reward.corrupt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinline.core.text.Span;

/**
 * Lets a text contradict itself: a sentence's reverse is added, the chosen text getting a sentence
 * that agrees; or, where nothing can be reversed, a phrase that denies what was said.
 */
final class Contradiction implements Maker {
  private static final int TRIES = 8;
  private final Maker phrases =
      new PhraseSwap(Phrase.Kind.CONTRADICTION, Phrase.Kind.AFFIRM, Integer.MAX_VALUE);

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    return draw.coin()
        ? phrases.make(good, draw)
        : own(good, draw).or(() -> phrases.make(good, draw));
  }

  private static Optional<Pair> own(Case good, Draw draw) {
    List<Integer> order =
        draw.shuffled(IntStream.range(0, good.sentences().size()).boxed().toList());
    for (int index : order.subList(0, Math.min(order.size(), TRIES))) {
      Span sentence = good.sentences().get(index);
      Optional<String> reverse = Reversals.reversed(good.text(), sentence, good.language(), draw);
      if (reverse.isPresent()) {
        int behind = index + draw.below(good.sentences().size() - index);
        return beside(good, behind, reverse.get(), draw);
      }
    }
    return Optional.empty();
  }

  private static Optional<Pair> beside(Case good, int behind, String reverse, Draw draw) {
    return good.phrases()
        .near(Phrase.Kind.AFFIRM, reverse.length(), good.slack(), good.joint(), draw)
        .map(agreeing -> new Pair(good.inserted(behind, agreeing), good.inserted(behind, reverse)));
  }
}
