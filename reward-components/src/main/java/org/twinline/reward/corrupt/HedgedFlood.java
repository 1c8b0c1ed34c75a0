package org.twinline.reward.corrupt;

import java.util.List;
import java.util.Optional;
import org.twinline.core.text.Span;
import org.twinline.terminology.Mention;
import org.twinline.terminology.SemanticType;

/**
 * The sentence that states a concept becomes a list of it and three siblings without a decision; in
 * the chosen text it states the concept, filled up with a neutral sentence.
 */
final class HedgedFlood implements Maker {
  private static final int OTHERS = 3;
  private static final int TRIED = 6;

  private final Siblings siblings;

  HedgedFlood(Siblings siblings) {
    this.siblings = siblings;
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    List<Named> names =
        draw.shuffled(good.names().stream().filter(n -> n.type() != SemanticType.OTHER).toList());
    for (Named named : names.subList(0, Math.min(names.size(), TRIED))) {
      if (!siblings.swappable(named, good.part())) {
        continue;
      }
      String surface = named.surface(good.text());
      List<String> others =
          siblings.of(named, surface, good.language(), good.part(), OTHERS, draw, good.text());
      int index = sentence(good, named);
      if (others.size() == OTHERS && index >= 0) {
        return Optional.of(pair(good, index, surface, others, draw));
      }
    }
    return Optional.empty();
  }

  private static Pair pair(Case good, int index, String surface, List<String> others, Draw draw) {
    String flood =
        good.phrases()
            .any(Phrase.Kind.HEDGE, draw)
            .replace("{A}", others.get(0))
            .replace("{B}", others.get(1))
            .replace("{C}", others.get(2))
            .replace("{X}", surface);
    Span stated = good.sentences().get(index);
    String own = stated.of(good.text());
    if (Math.abs(own.length() - flood.length()) <= good.slack() && draw.coin()) {
      return new Pair(good.text(), good.replaced(index, capital(flood)));
    }
    String clear = good.phrases().any(Phrase.Kind.ASSERT, draw).replace("{X}", surface);
    String filled =
        good.phrases()
            .near(
                Phrase.Kind.NEUTRAL,
                flood.length() - clear.length() - 1,
                good.slack(),
                good.joint(),
                draw)
            .map(neutral -> clear + good.joint() + neutral)
            .orElse(clear);
    return new Pair(good.replaced(index, capital(filled)), good.replaced(index, capital(flood)));
  }

  static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The sentence with the last affirmed mention; −1 where it is behind those looked at. */
  private static int sentence(Case good, Named named) {
    List<Mention> affirmed = named.places().stream().filter(Mention::affirmed).toList();
    int place = affirmed.get(affirmed.size() - 1).start();
    for (int i = 0; i < good.sentences().size(); i++) {
      Span sentence = good.sentences().get(i);
      if (sentence.start() <= place && place < sentence.end()) {
        return i;
      }
    }
    return -1;
  }
}
