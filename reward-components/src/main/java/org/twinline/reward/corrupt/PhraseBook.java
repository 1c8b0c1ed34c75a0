package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.triple.Language;

/** The phrases of one language and part, by kind. Immutable. */
final class PhraseBook {
  private static final Map<Language, Map<Part, PhraseBook>> BOOKS = books();

  private final Map<Phrase.Kind, List<Phrase>> phrases = new EnumMap<>(Phrase.Kind.class);

  private PhraseBook(Language language, Part part) {
    for (Phrase.Kind kind : Phrase.Kind.values()) {
      phrases.put(kind, Phrases.of(kind, language, part));
    }
  }

  static PhraseBook of(Language language, Part part) {
    PhraseBook book = BOOKS.getOrDefault(language, Map.of()).get(part);
    if (book == null) {
      throw new IllegalArgumentException("Cannot find phrases of language " + language);
    }
    return book;
  }

  private static Map<Language, Map<Part, PhraseBook>> books() {
    Map<Language, Map<Part, PhraseBook>> all = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.ZH, Language.EN)) {
      Map<Part, PhraseBook> parts = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        parts.put(part, new PhraseBook(language, part));
      }
      all.put(language, parts);
    }
    return all;
  }

  List<Phrase> all(Phrase.Kind kind) {
    return phrases.getOrDefault(kind, List.of());
  }

  /** Any phrase of the kind. */
  String any(Phrase.Kind kind, Draw draw) {
    return draw.from(all(kind)).text();
  }

  /**
   * Phrases of the kind, one or several joined, whose length is within {@code slack} of {@code
   * length}; none where there are none.
   */
  Optional<String> near(Phrase.Kind kind, int length, int slack, String joint, Draw draw) {
    List<Phrase> shuffled = draw.shuffled(all(kind));
    // A length drawn from both sides: short phrases would otherwise make the fault the shorter.
    int wanted = length + draw.below(2 * slack + 1) - slack;
    Optional<String> one =
        shuffled.stream()
            .map(Phrase::text)
            .filter(text -> Math.abs(text.length() - length) <= slack)
            .min(Comparator.comparingInt(text -> Math.abs(text.length() - wanted)));
    if (one.isPresent()) {
      return one;
    }
    StringBuilder joined = new StringBuilder();
    List<String> rest = new ArrayList<>(shuffled.stream().map(Phrase::text).toList());
    while (!rest.isEmpty() && joined.length() < wanted) {
      String next = rest.remove(0);
      int grown = joined.length() + next.length() + (joined.isEmpty() ? 0 : joint.length());
      if (grown <= length + slack) {
        joined.append(joined.isEmpty() ? "" : joint).append(next);
      }
    }
    return Math.abs(joined.length() - length) <= slack && !joined.isEmpty()
        ? Optional.of(joined.toString())
        : Optional.empty();
  }

  /** The phrase of the kind whose length is nearest to {@code length}, of a few drawn ones. */
  String nearest(Phrase.Kind kind, int length, Draw draw) {
    List<Phrase> some = draw.shuffled(all(kind));
    String best = some.get(0).text();
    for (Phrase phrase : some.subList(0, (some.size() + 1) / 2)) {
      if (Math.abs(phrase.text().length() - length) < Math.abs(best.length() - length)) {
        best = phrase.text();
      }
    }
    return best;
  }
}
