package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Terminology;

/**
 * Right and wrong answers to a question with a reference, as many right as wrong, in the same
 * sentences: right ones use other names of the reference's concept, wrong ones siblings or the
 * caller's distractors; both name the other one where a sentence rules one out. Thread-safe.
 */
public final class VerifierRows {
  private static final int SIBLINGS = 2;

  private final Terminology terminology;
  private final Siblings siblings;
  private final long seed;

  private VerifierRows(Terminology terminology, long seed) {
    this.terminology = terminology;
    this.seed = seed;
    siblings = new Siblings(terminology);
  }

  public static VerifierRows over(Terminology terminology, long seed) {
    return new VerifierRows(terminology, seed);
  }

  /**
   * The rows of a question.
   *
   * <p>None where the reference is a concept of the other part, or nothing wrong is known.
   *
   * @param synonyms other right answers that are known, may be empty
   * @param distractors wrong answers that are known, may be empty
   */
  public List<VerifierRow> of(
      String id,
      String question,
      String reference,
      List<String> synonyms,
      List<String> distractors,
      Language language) {
    Part part = Part.ofQuestion(question);
    Draw draw = Draw.of(Long.toString(seed), id, question, "verifier");
    PhraseBook phrases = PhraseBook.of(language, part);
    List<String> right = new ArrayList<>(synonyms);
    List<String> wrong =
        new ArrayList<>(
            draw.shuffled(distractors).stream().filter(d -> siblings.allows(d, part)).toList());
    boolean known = !wrong.isEmpty();
    for (Named named : Named.in(reference, language, terminology)) {
      boolean whole =
          named.places().get(0).start() == 0 && named.places().get(0).end() == reference.length();
      if (whole && !siblings.part(named.ordinals()).equals(Optional.of(part))) {
        return List.of();
      }
      if (whole) {
        siblings.otherName(named, reference, language, draw).ifPresent(right::add);
        wrong.addAll(siblings.of(named, reference, language, part, SIBLINGS, draw, question));
      }
    }
    if (wrong.isEmpty()) {
      return List.of();
    }
    String same = right.isEmpty() ? reference : right.get(0);
    String other = wrong.get(draw.below(wrong.size()));
    Rows rows = new Rows(id, question, reference, language, part);
    rows.add(right.isEmpty() ? "stated" : "synonym", true, stated(phrases, same, draw));
    rows.add(known ? "distractor" : "sibling", false, stated(phrases, wrong.get(0), draw));
    rows.add("contrast", true, contrast(phrases, same, other, draw));
    rows.add("reversed_contrast", false, contrast(phrases, other, same, draw));
    rows.add("stated", true, draw.coin() ? reference : stated(phrases, reference, draw));
    rows.add(
        "denied",
        false,
        HedgedFlood.capital(phrases.any(Phrase.Kind.DENY, draw).replace("{X}", same)));
    return rows.all;
  }

  private static String stated(PhraseBook phrases, String name, Draw draw) {
    return draw.below(3) == 0
        ? name
        : HedgedFlood.capital(phrases.any(Phrase.Kind.ASSERT, draw).replace("{X}", name));
  }

  private static String contrast(PhraseBook phrases, String is, String isNot, Draw draw) {
    return HedgedFlood.capital(
        phrases.any(Phrase.Kind.CONTRAST, draw).replace("{X}", is).replace("{Y}", isNot));
  }

  private record Rows(
      String id,
      String question,
      String reference,
      Language language,
      Part part,
      List<VerifierRow> all) {
    Rows(String id, String question, String reference, Language language, Part part) {
      this(id, question, reference, language, part, new ArrayList<>());
    }

    void add(String form, boolean right, String answer) {
      all.add(new VerifierRow(id, question, reference, answer, right, language, form, part));
    }
  }
}
