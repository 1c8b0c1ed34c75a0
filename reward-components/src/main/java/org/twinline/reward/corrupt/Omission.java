package org.twinline.reward.corrupt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinline.core.text.Span;

/**
 * Leaves one of the longer sentences out and fills up with a neutral one. In half of the cases the
 * chosen text ends with a neutral sentence too.
 */
final class Omission implements Maker {
  private static final int LEAST_SENTENCES = 3;
  private static final int TRIES = 6;

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    List<Span> sentences = good.sentences();
    if (sentences.size() < LEAST_SENTENCES) {
      return Optional.empty();
    }
    List<Integer> longer =
        draw.shuffled(
            IntStream.range(0, sentences.size())
                .boxed()
                .sorted(
                    Comparator.comparingInt(i -> sentences.get(i).start() - sentences.get(i).end()))
                .limit((sentences.size() + 1) / 2)
                .toList());
    for (int index : longer.subList(0, Math.min(longer.size(), TRIES))) {
      Span left = sentences.get(index);
      Optional<String> filling =
          good.phrases()
              .near(
                  Phrase.Kind.NEUTRAL, left.end() - left.start(), good.slack(), good.joint(), draw);
      if (filling.isPresent()) {
        return Optional.of(pair(good, index, filling.get(), draw));
      }
    }
    return Optional.empty();
  }

  private static Pair pair(Case good, int index, String filling, Draw draw) {
    Span left = good.sentences().get(index);
    Span last = good.sentences().get(good.sentences().size() - 1);
    String text = good.text();
    boolean asLast = draw.coin() || left.equals(last);
    String with =
        asLast
            ? good.replaced(index, filling)
            : Edits.applied(
                text,
                List.of(
                    new Edits.Edit(left.start(), next(good, index), ""),
                    new Edits.Edit(last.end(), last.end(), good.joint() + filling)));
    String closing = good.phrases().any(Phrase.Kind.NEUTRAL, draw);
    if (draw.coin() && !filling.contains(closing)) {
      return new Pair(text + good.joint() + closing, with + good.joint() + closing);
    }
    return new Pair(text, with);
  }

  private static int next(Case good, int index) {
    return good.sentences().get(index + 1).start();
  }
}
