package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.text.Sentences;
import org.twinline.core.text.Span;
import org.twinline.core.triple.Language;

/**
 * The answer to another question of the same part and language: of some of about the same length
 * the one whose characters overlap most with the question, so that overlap is the weakest sign.
 */
final class OtherAnswer implements Maker {
  private static final int WINDOW = 300;
  private static final double TOO_NEAR = 0.4;

  /** An answer with what is compared of it and its question. */
  private record Entry(GoodAnswer good, Grams question, Grams answer) {}

  private final Map<Language, Map<Part, List<Entry>>> pools = new EnumMap<>(Language.class);

  OtherAnswer(List<GoodAnswer> pool) {
    for (GoodAnswer answer : pool) {
      pools
          .computeIfAbsent(answer.language(), l -> new EnumMap<>(Part.class))
          .computeIfAbsent(answer.part(), p -> new ArrayList<>())
          .add(new Entry(answer, Grams.of(answer.question()), Grams.of(answer.answer())));
    }
    Comparator<Entry> order =
        Comparator.comparingInt((Entry e) -> e.good().answer().length())
            .thenComparing(e -> e.good().answer());
    pools.values().forEach(parts -> parts.values().forEach(list -> list.sort(order)));
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    List<Entry> pool =
        pools.getOrDefault(good.language(), Map.of()).getOrDefault(good.part(), List.of());
    int at = place(pool, good.text().length() + draw.below(2 * good.slack() + 1) - good.slack());
    int from = Math.max(0, at - WINDOW / 2);
    Grams question = Grams.of(good.question());
    double own = question.share(Grams.of(good.text()));
    // In half of the cases one that overlaps more, where there is one.
    boolean more = draw.coin();
    String best = "";
    double nearest = Double.POSITIVE_INFINITY;
    for (Entry other : pool.subList(from, Math.min(pool.size(), from + WINDOW))) {
      String answer = other.good().answer();
      if (Math.abs(answer.length() - good.text().length()) > good.slack()
          || answer.equals(good.text())
          || question.share(other.question()) > TOO_NEAR) {
        continue;
      }
      double above = question.share(other.answer()) - own;
      double distance = more && above < 0 ? 1 - above : Math.abs(above);
      if (distance < nearest) {
        nearest = distance;
        best = answer;
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> drifted = draw.coin() ? drifted(good, best) : Optional.empty();
    return Optional.of(new Pair(good.text(), drifted.orElse(best)));
  }

  /** The first sentences of the answer, continued by those of the other one behind its first. */
  private static Optional<String> drifted(Case good, String other) {
    List<Span> own = good.sentences();
    List<Span> theirs = Sentences.of(other);
    if (own.size() < 2 || theirs.size() < 2) {
      return Optional.empty();
    }
    Span first = own.get((own.size() - 1) / 3);
    StringBuilder text = new StringBuilder(good.text().substring(0, first.end()));
    for (Span sentence : theirs.subList(1, theirs.size())) {
      if (text.length() + sentence.end() - sentence.start()
          <= good.text().length() + good.slack()) {
        text.append(good.joint()).append(sentence.of(other));
      }
    }
    boolean fits = Math.abs(text.length() - good.text().length()) <= good.slack();
    return fits ? Optional.of(text.toString()) : Optional.empty();
  }

  private static int place(List<Entry> pool, int length) {
    int low = 0;
    int high = pool.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pool.get(middle).good().answer().length() < length) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
