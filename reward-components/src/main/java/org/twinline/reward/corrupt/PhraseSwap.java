package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinline.core.text.Span;

/**
 * Puts a bad phrase into a text. In half of the cases it takes the place of sentences of about its
 * length and the chosen text is the one given; in the other half the chosen text gets a benign
 * phrase of the same form at the same place, so that an added phrase alone is no sign of a fault.
 */
final class PhraseSwap implements Maker {
  private static final int TRIES = 12;

  private final Phrase.Kind bad;
  private final Phrase.Kind benign;
  private final int divisor;

  /**
   * @param divisor one sentence in so many is replaced, at least one
   */
  PhraseSwap(Phrase.Kind bad, Phrase.Kind benign, int divisor) {
    this.bad = bad;
    this.benign = benign;
    this.divisor = divisor;
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    if (good.sentences().isEmpty()) {
      return Optional.empty();
    }
    if (good.sentences().size() > 1 && draw.coin()) {
      Optional<Pair> replaced = replaced(good, draw);
      if (replaced.isPresent()) {
        return replaced;
      }
    }
    return Optional.of(beside(good, draw));
  }

  private Optional<Pair> replaced(Case good, Draw draw) {
    int wanted = Math.max(1, good.sentences().size() / divisor);
    List<Integer> order =
        draw.shuffled(IntStream.range(0, good.sentences().size()).boxed().toList());
    String text = good.text();
    List<Edits.Edit> edits = new ArrayList<>();
    int drift = 0;
    for (int index : order.subList(0, Math.min(order.size(), TRIES))) {
      Span old = good.sentences().get(index);
      int length = old.end() - old.start();
      Optional<String> phrase =
          good.phrases().near(bad, length - drift, good.slack(), good.joint(), draw);
      if (phrase.isPresent()
          && edits.size() < wanted
          && Math.abs(drift + phrase.get().length() - length) <= good.slack()
          && edits.stream()
              .noneMatch(e -> e.with().contains(phrase.get()) || phrase.get().contains(e.with()))) {
        drift += phrase.get().length() - length;
        edits.add(new Edits.Edit(old.start(), old.end(), phrase.get()));
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pair(text, Edits.applied(text, edits)));
  }

  private Pair beside(Case good, Draw draw) {
    int index = draw.below(good.sentences().size());
    String wrong = good.phrases().any(bad, draw);
    String right = good.phrases().nearest(benign, wrong.length(), draw);
    return new Pair(good.inserted(index, right), good.inserted(index, wrong));
  }
}
