package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.Terminology;

/**
 * Entity answers: the entities the conclusion asserts against those the reference requires.
 *
 * <p>The score of an alternative is recall × precision. Recall is the sum of the pair scores of an
 * optimal matching over the number of required items. Precision is k / (k + x), k being the matched
 * items and x the other asserted entities that are {@linkplain Relatedness unrelated} (a sibling
 * counts whatever its relations). A product is used rather than an F-measure since an answer that
 * lists every option must end near 0: of five listed options one is right, 1 × 1/5. Three and more
 * beside the matched ones, and those of an "either … or", are unrelated whatever their relation.
 *
 * <p>A linker that was trained into the terminology is heard too, if there is one ({@link
 * LearnedRule}); a long answer whose claim no strong cue marks is read as {@link Prose}. What would
 * be accepted is not where the rest of the answer contradicts it ({@link Contradictions}); what is
 * said to the judge ({@link JudgeNotes}) is no part of the answer.
 */
final class EntityRule {
  private static final int CACHED = 4096;

  /** So many assertions beside the matched ones are a list, however they are related. */
  static final int FLOOD = 3;

  /** Words that join alternatives. */
  static final Pattern HEDGE =
      Pattern.compile(
          "(?:均|都|皆)有?可能|要么|还是|或(?!许)|[/／]|\\beither\\b|\\bor\\b|\\b(?:both|all|are) possible\\b|\\b(?:vs|versus|whether)\\b|二者|两者|之一|\\bone of\\b",
          Pattern.CASE_INSENSITIVE);

  private final Optional<Terminology> terminology;
  private final RuleSettings settings;
  private final Assertions assertions;
  private final PairRule pairs;
  private final Relatedness relatedness;
  private final Contradictions contradictions;
  private final Optional<LearnedRule> trained;
  // Candidates of a group come together: linking the reference once serves all of them.
  private final ConcurrentHashMap<Key, Asked> asked = new ConcurrentHashMap<>();

  EntityRule(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    this.settings = settings;
    assertions = new Assertions(terminology);
    pairs = new PairRule(terminology, settings);
    relatedness = new Relatedness(terminology);
    contradictions = new Contradictions(terminology, assertions, relatedness, settings);
    trained =
        terminology
            .filter(Terminology::trained)
            .map(known -> new LearnedRule(new TrainedLinks(known), settings));
  }

  Explanation judge(Question question, String answer) {
    Asked asked = asked(question);
    AnswerText whole = AnswerText.of(answer);
    AnswerText text = whole.withoutNotes();
    Assertions.Reading reading = assertions.read(text.text(), asked.names());
    if (text == whole || !reading.asserted().isEmpty()) {
      return best(asked, reading, text, question);
    }
    // Nothing but words to the judge: whatever they name, nobody can tell what the answer is.
    Explanation told = best(asked, assertions.read(whole.text(), asked.names()), whole, question);
    return doubted(told, Explanation.of("contradicted", settings.nearly(), "judge"));
  }

  private Explanation best(
      Asked asked, Assertions.Reading reading, AnswerText text, Question question) {
    boolean placed = reading.strength() == Conclusion.Strength.PLACED;
    boolean prose =
        Prose.is(text.text())
            && (placed
                || (!reading.clear() && Prose.is(reading.part().text()))
                || (reading.strength() == Conclusion.Strength.SUPPORTED
                    && Prose.isLong(text.text())));
    Explanation best = Explanation.of("rule_entity", 0);
    for (int i = 0; i < asked.alternatives().size(); i++) {
      Explanation one = alternative(asked, i, reading, text);
      if (trained.isPresent()) {
        boolean unasked = FieldWording.unasked(question);
        one = trained.get().weigh(one, asked, i, reading, text, unasked);
      }
      if (prose) {
        Explanation other = prose(asked, i, reading, text, question.prompt().lastUserContent());
        one = placed || other.value() > one.value() ? other : one;
      }
      if (one.value() >= settings.accept()) {
        List<Required> required = asked.alternatives().get(i).required();
        Optional<Explanation> contradicted = contradictions.find(asked, required, reading, text);
        one = contradicted.isPresent() ? doubted(one, contradicted.get()) : one;
      }
      best = i == 0 || one.value() > best.value() ? one : best;
    }
    return best;
  }

  /** Not accepted for what speaks against it, told as its last part. */
  private static Explanation doubted(Explanation told, Explanation contradicted) {
    List<Explanation> parts = new ArrayList<>(told.parts());
    parts.add(contradicted);
    return new Explanation(
        told.code(), Math.min(told.value(), contradicted.value()), told.arguments(), parts);
  }

  /** A long answer whose claim no cue marks: the mean of what its claim has of each item. */
  private Explanation prose(
      Asked asked, int number, Assertions.Reading reading, AnswerText text, String question) {
    List<Required> required = asked.alternatives().get(number).required();
    List<Explanation> parts = new ArrayList<>();
    double sum = 0;
    for (int r = 0; r < required.size(); r++) {
      Required item = required.get(r);
      Prose.Evidence evidence = Prose.of(text.text(), question, item, reading.spans(), asked);
      double value = evidence.value(settings);
      parts.add(
          Explanation.of(
              "claim",
              value,
              Integer.toString(r),
              item.label(),
              evidence.named() ? "named" : Explanation.number(evidence.coverage()),
              text.at(evidence.start()) + "-" + text.at(evidence.end())));
      sum += value;
    }
    return new Explanation(
        "rule_prose", sum / required.size(), List.of(Integer.toString(number)), parts);
  }

  private Asked asked(Question question) {
    Key key = new Key(question.reference(), question.prompt().options());
    Asked known = asked.get(key);
    if (known == null) {
      if (asked.size() >= CACHED) {
        asked.clear();
      }
      known = Asked.of(question, terminology);
      asked.put(key, known);
    }
    return known;
  }

  /** What an answer is compared with depends on. */
  private record Key(Reference reference, List<Option> options) {}

  private Explanation alternative(
      Asked asked, int number, Assertions.Reading reading, AnswerText text) {
    Asked.Alternative alternative = asked.alternatives().get(number);
    List<Required> required = alternative.required();
    List<Asserted> asserted = reading.asserted();
    if (asserted.isEmpty()) {
      return Explanation.of("rule_entity", 0, Integer.toString(number), "negated");
    }
    PairRule.Judgement[][] scores = new PairRule.Judgement[required.size()][asserted.size()];
    double[][] values = new double[required.size()][asserted.size()];
    for (int r = 0; r < required.size(); r++) {
      for (int a = 0; a < asserted.size(); a++) {
        scores[r][a] = pairs.judge(asked, required.get(r), asserted.get(a));
        values[r][a] = scores[r][a].value();
      }
    }
    int[] matching = Matching.best(values);
    List<Explanation> parts = new ArrayList<>();
    double sum = 0;
    int matched = 0;
    for (int r = 0; r < matching.length; r++) {
      if (matching[r] >= 0) {
        Asserted one = asserted.get(matching[r]);
        parts.add(scores[r][matching[r]].explain(r, text.at(one.start()), text.at(one.end())));
        sum += values[r][matching[r]];
        matched++;
      }
    }
    boolean[] used = new boolean[asserted.size()];
    Arrays.stream(matching).filter(a -> a >= 0).forEach(a -> used[a] = true);
    int welcome = 0;
    int unrelated = 0;
    // Either this or that: whatever their relation, one of them is a guess.
    boolean flood =
        asserted.size() - matched >= FLOOD || HEDGE.matcher(reading.part().text()).find();
    for (int a = 0; a < used.length; a++) {
      if (!used[a]) {
        Asserted extra = asserted.get(a);
        if (niceToHave(asked, alternative, extra)) {
          welcome++;
        } else if (flood || relatedness.unrelated(extra, required)) {
          unrelated++;
        }
      }
    }
    double recall = sum / required.size();
    double precision = (double) matched / (matched + unrelated);
    double score = recall * precision;
    parts.add(
        Explanation.of(
            "matching",
            score,
            Explanation.number(recall),
            Explanation.number(precision),
            Integer.toString(unrelated)));
    if (score >= settings.accept() && welcome > 0) {
      double bonus = Math.min(1 - score, welcome * settings.bonus());
      parts.add(Explanation.of("nice_to_have", bonus, Integer.toString(welcome)));
      score += bonus;
    }
    return new Explanation(
        "rule_entity", Math.min(1, score), List.of(Integer.toString(number)), parts);
  }

  private boolean niceToHave(Asked asked, Asked.Alternative alternative, Asserted extra) {
    return alternative.niceToHave().stream()
        .anyMatch(item -> pairs.judge(asked, item, extra).value() >= settings.accept());
  }
}
