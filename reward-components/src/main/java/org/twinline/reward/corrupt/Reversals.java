package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinline.core.text.Span;
import org.twinline.core.triple.Language;

/** Makes a statement say the reverse. */
final class Reversals implements Maker {
  /** What makes a Chinese word part of another, or of a heading. */
  private static final String NOT_AFTER = "不无未非没有尽意见别指导";

  private static final String NOT_BEFORE = "的性：:";
  private static final int SHORTENED_IN = 4;

  private static final Map<Language, Map<String, String>> OPPOSITES =
      Phrases.reversals().stream()
          .collect(
              Collectors.groupingBy(
                  Phrases.Reversal::language,
                  Collectors.toMap(Phrases.Reversal::from, Phrases.Reversal::to, (a, b) -> a)));

  private static final Map<Language, Pattern> WORDS =
      Map.of(Language.ZH, words(Language.ZH), Language.EN, words(Language.EN));

  private static Pattern words(Language language) {
    String alternatives =
        OPPOSITES.getOrDefault(language, Map.of()).keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // Most characters begin no word: looking at them first makes the search several times faster.
    String first =
        OPPOSITES.getOrDefault(language, Map.of()).keySet().stream()
            .map(word -> word.substring(0, 1))
            .distinct()
            .sorted()
            .collect(Collectors.joining());
    return language == Language.ZH
        ? Pattern.compile(
            "(?=["
                + first
                + "])(?<!["
                + NOT_AFTER
                + "])(?:"
                + alternatives
                + ")(?!["
                + NOT_BEFORE
                + "])")
        : Pattern.compile(
            "\\b(?=[" + first + "])(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    List<Edits.Edit> edits = edits(good.text(), good.language());
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    Edits.Edit edit = draw.from(balanced(edits, draw));
    return Optional.of(new Pair(good.text(), Edits.applied(good.text(), List.of(edit))));
  }

  /** In half of the cases those that shorten, where there are any: most reversals add a word. */
  private static List<Edits.Edit> balanced(List<Edits.Edit> edits, Draw draw) {
    List<Edits.Edit> kept =
        draw.below(SHORTENED_IN) == 0
            ? edits
            : edits.stream().filter(e -> e.with().length() < e.end() - e.start()).toList();
    return kept.isEmpty() ? edits : kept;
  }

  /** A sentence of the text that says the reverse; empty where it has nothing to reverse. */
  static Optional<String> reversed(String text, Span sentence, Language language, Draw draw) {
    String part = sentence.of(text);
    List<Edits.Edit> edits = edits(part, language);
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(Edits.applied(part, List.of(draw.from(edits))));
  }

  private static List<Edits.Edit> edits(String text, Language language) {
    Pattern words = WORDS.get(language);
    Map<String, String> opposites = OPPOSITES.get(language);
    List<Edits.Edit> edits = new ArrayList<>();
    if (words == null || opposites == null) {
      return edits;
    }
    Matcher found = words.matcher(text);
    while (found.find()) {
      String opposite = opposites.getOrDefault(found.group().toLowerCase(Locale.ROOT), "");
      boolean capital = Character.isUpperCase(found.group().charAt(0));
      if (!opposite.isEmpty()) {
        edits.add(
            new Edits.Edit(
                found.start(),
                found.end(),
                capital
                    ? Character.toUpperCase(opposite.charAt(0)) + opposite.substring(1)
                    : opposite));
      }
    }
    return edits;
  }
}
