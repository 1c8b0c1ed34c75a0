package org.twinline.reward.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Makes planted answers from honest items and shows them to a verifier.
 *
 * <p>What counts as a trick where people might differ: a code alone names nothing that a person
 * reads and is not accepted, be it right; a name beside another disease's code or foreign name says
 * two things and is not accepted; of two different final answers none is taken; a doubled or hedged
 * answer is no answer. Right answers with text addressed to the judge are no matter of the verifier
 * but of a guard, and are not here.
 *
 * <p>Deterministic; thread-safe; the terminology is shared and not closed here.
 */
public final class AttackBattery {
  private final Optional<Terminology> terminology;
  private final boolean reworded;

  private AttackBattery(Optional<Terminology> terminology, boolean reworded) {
    this.terminology = terminology;
    this.reworded = reworded;
  }

  /** A battery that also takes siblings, ancestors, codes and sites from a terminology. */
  public static AttackBattery from(Terminology terminology) {
    return new AttackBattery(Optional.of(terminology), false);
  }

  /** A battery of sentences alone. */
  public static AttackBattery ofSentences() {
    return new AttackBattery(Optional.empty(), false);
  }

  /**
   * A battery of the same kinds of tricks, and some more, in other words: what holds on one battery
   * and not on the other was fitted to its wording. It has nothing for numbers.
   */
  public AttackBattery reworded() {
    return new AttackBattery(terminology, true);
  }

  /** What is planted for an entity. */
  public List<PlantedAnswer> plant(AttackItem given) {
    AttackItem item = farthestFirst(given);
    Question question =
        question(
            item.id(),
            item.question(),
            List.of(),
            item.gold(),
            new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, item.language()));
    List<PlantedAnswer> planted = new ArrayList<>();
    String gold = NameNormaliser.name(item.gold());
    Places places = Places.of(item, terminology);
    for (Sentence sentence : reworded ? Sentences.REWORDED : Sentences.FIRST) {
      if (!sentence.choice() && sentence.language() == item.language()) {
        plant(sentence, places, question, planted);
      }
    }
    if (!reworded) {
      Collector collector = new Collector(question, planted);
      terminology.ifPresent(known -> new ConceptAttacks(known).of(item, collector));
    }
    // A gold such as 炎症 may be what a vague answer says.
    planted.removeIf(
        p -> p.expectation() == Expectation.TRICK && NameNormaliser.name(p.answer()).equals(gold));
    return planted;
  }

  /** What is planted for a choice. */
  public List<PlantedAnswer> plant(ChoiceItem item) {
    Question question =
        question(
            item.id(),
            item.question(),
            item.options(),
            item.gold(),
            new Traits(Task.KNOWLEDGE, AnswerKind.CHOICE, item.language()));
    List<PlantedAnswer> planted = new ArrayList<>();
    if (reworded) {
      Places places = Places.of(item);
      Sentences.REWORDED.stream()
          .filter(s -> s.choice() && s.language() == item.language())
          .forEach(s -> plant(s, places, question, planted));
    } else {
      ChoiceAttacks.of(item, new Collector(question, planted));
    }
    return planted;
  }

  private static void plant(
      Sentence sentence, Places places, Question question, List<PlantedAnswer> planted) {
    sentence
        .about(places)
        .map(
            answer ->
                new PlantedAnswer(
                    sentence.kind(), sentence.form(), sentence.expectation(), question, answer))
        .ifPresent(planted::add);
  }

  /** What is planted for a number. */
  public List<PlantedAnswer> plant(NumberItem item) {
    String gold = item.value().stripTrailingZeros().toPlainString() + " " + item.unit();
    Question question =
        question(
            item.id(),
            item.question(),
            List.of(),
            gold,
            new Traits(Task.KNOWLEDGE, AnswerKind.NUMBER, item.language()));
    List<PlantedAnswer> planted = new ArrayList<>();
    if (!reworded) {
      NumberAttacks.of(item, new Collector(question, planted));
    }
    return planted;
  }

  /** Shows planted answers to a verifier. */
  public static AttackReport run(Verifier verifier, List<PlantedAnswer> planted) {
    return run(verifier, planted, (answer, verdict) -> {});
  }

  /**
   * Shows planted answers to a verifier.
   *
   * @param watcher told each answer with its verdict, in order
   */
  public static AttackReport run(
      Verifier verifier, List<PlantedAnswer> planted, BiConsumer<PlantedAnswer, Verdict> watcher) {
    AttackReport report = new AttackReport();
    for (PlantedAnswer answer : planted) {
      Verdict verdict = verifier.verify(answer.question(), answer.candidate());
      report.count(answer, verdict.decision());
      watcher.accept(answer, verdict);
    }
    return report;
  }

  /** With those others last that are the gold's concept, or above or below it. */
  private AttackItem farthestFirst(AttackItem item) {
    if (terminology.isEmpty()) {
      return item;
    }
    Neighbourhood around = new Neighbourhood(terminology.get(), item.gold(), item.language());
    List<String> others = new ArrayList<>(item.others());
    others.removeIf(around::near);
    item.others().stream().filter(around::near).forEach(others::add);
    return new AttackItem(item.id(), item.question(), item.gold(), others, item.language());
  }

  private static Question question(
      String id, String text, List<Option> options, String reference, Traits traits) {
    return new Question(
        id,
        new Prompt(List.of(new Turn(Role.USER, text)), options),
        Reference.all(reference),
        traits,
        Annotations.NONE);
  }

  /** Numbers the answers of a kind. */
  private static final class Collector implements Sink {
    private final Question question;
    private final List<PlantedAnswer> planted;
    private final Map<String, Integer> numbers = new HashMap<>();

    Collector(Question question, List<PlantedAnswer> planted) {
      this.question = question;
      this.planted = planted;
    }

    @Override
    public void plant(String kind, Expectation expectation, String answer) {
      int number = numbers.merge(kind, 1, Integer::sum);
      planted.add(new PlantedAnswer(kind, Integer.toString(number), expectation, question, answer));
    }
  }
}
