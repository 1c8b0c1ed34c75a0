package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Terminology;

/**
 * Chains of thought that conclude what the answer says, or something else. Both sides are stated in
 * the same sentences; where the terminology knows another name of the concept, half of those that
 * agree do so under that name. Thread-safe.
 */
public final class ConsistencyRows {
  private static final int OTHERS = 2;

  private final Terminology terminology;
  private final Siblings siblings;
  private final long seed;

  private ConsistencyRows(Terminology terminology, long seed) {
    this.terminology = terminology;
    this.seed = seed;
    siblings = new Siblings(terminology);
  }

  public static ConsistencyRows over(Terminology terminology, long seed) {
    return new ConsistencyRows(terminology, seed);
  }

  /**
   * A row that agrees and one that does not; none where nothing else is known to conclude, or the
   * conclusion is a concept of the other part.
   *
   * @param cot a chain of thought without its conclusion, may be empty
   * @param concluded what it is to conclude
   * @param distractors what else could be concluded, may be empty
   */
  public List<ConsistencyRow> of(
      String id,
      String question,
      String cot,
      String concluded,
      List<String> distractors,
      Language language) {
    Part part = Part.ofQuestion(question);
    Draw draw = Draw.of(Long.toString(seed), id, question, "consistency");
    PhraseBook phrases = PhraseBook.of(language, part);
    List<String> wrong =
        new ArrayList<>(distractors.stream().filter(d -> siblings.allows(d, part)).toList());
    Optional<String> same = Optional.empty();
    for (Named named : Named.in(concluded, language, terminology)) {
      boolean whole =
          named.places().get(0).start() == 0 && named.places().get(0).end() == concluded.length();
      if (whole && !siblings.part(named.ordinals()).equals(Optional.of(part))) {
        return List.of();
      }
      if (whole) {
        same = siblings.otherName(named, concluded, language, draw);
        wrong.addAll(siblings.of(named, concluded, language, part, OTHERS, draw, question));
      }
    }
    if (wrong.isEmpty()) {
      return List.of();
    }
    String other = draw.from(wrong);
    String form = distractors.contains(other) ? "distractor" : "sibling";
    boolean renamed = same.isPresent() && draw.coin();
    String joint = language == Language.ZH || cot.isEmpty() ? "" : " ";
    String lead = cot.stripTrailing() + joint;
    String thought = lead + phrases.any(Phrase.Kind.CONCLUDE, draw).replace("{X}", concluded);
    String agreeing = answer(phrases, renamed ? same.orElseThrow() : concluded, draw);
    // One of the two ends in another conclusion, the other in another answer.
    boolean swapsThought = draw.coin();
    String otherThought = lead + phrases.any(Phrase.Kind.CONCLUDE, draw).replace("{X}", other);
    return List.of(
        new ConsistencyRow(
            id, question, thought, agreeing, true, language, renamed ? "synonym" : "own", part),
        new ConsistencyRow(
            id,
            question,
            swapsThought ? otherThought : thought,
            answer(phrases, swapsThought ? concluded : other, draw),
            false,
            language,
            form,
            part));
  }

  private static String answer(PhraseBook phrases, String name, Draw draw) {
    return draw.coin()
        ? HedgedFlood.capital(name)
        : HedgedFlood.capital(phrases.any(Phrase.Kind.ASSERT, draw).replace("{X}", name));
  }
}
