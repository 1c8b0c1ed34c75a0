package org.twinline.reward.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.choice.ChoiceReader;
import org.twinline.reward.rule.choice.ChoiceReading;
import org.twinline.reward.rule.choice.OptionSet;

/**
 * Choice answers: the options named by label or text against those of the reference.
 *
 * <p>The same set scores 1. A different set scores reject × Jaccard's index: exams give no points
 * for half a set. Options of one text are the same option. Where no option can be made out the
 * score is unknown ({@code choice_unrecognised}), and so it is where a letter stands beside the
 * text of another option ({@code choice_contradictory}).
 */
final class ChoiceRule {
  private static final int CACHED = 1024;

  private final RuleSettings settings;
  // Candidates of a question come together: folding its options once serves all of them.
  private final ConcurrentHashMap<List<Option>, OptionSet> folded = new ConcurrentHashMap<>();

  ChoiceRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Question question, String answer) {
    OptionSet options = options(question.prompt().options());
    ChoiceReader reader = ChoiceReader.of(options, question.prompt().lastUserContent());
    String without = JudgeNotes.blank(answer);
    ChoiceReading said = reader.read(without);
    if (!without.equals(answer) && !said.recognised() && !said.contradictory()) {
      // Nothing but words to the judge: whatever they name is not stated.
      return Explanation.of("choice_unrecognised", settings.unknown(), "answer");
    }
    if (!said.recognised()) {
      return said.contradictory()
          ? Explanation.of("choice_contradictory", settings.unknown())
          : Explanation.of("choice_unrecognised", settings.unknown(), "answer");
    }
    Explanation best = Explanation.of("choice_unrecognised", settings.unknown(), "reference");
    boolean judged = false;
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      Set<String> gold = new TreeSet<>();
      for (String item : alternative.required()) {
        gold.addAll(options.reference(item));
      }
      if (gold.isEmpty()) {
        continue;
      }
      Explanation one = compare(options, gold, new TreeSet<>(said.labels()));
      best = !judged || one.value() > best.value() ? one : best;
      judged = true;
    }
    return best;
  }

  private OptionSet options(List<Option> options) {
    OptionSet known = folded.get(options);
    if (known == null) {
      if (folded.size() >= CACHED) {
        folded.clear();
      }
      known = OptionSet.of(options);
      folded.put(options, known);
    }
    return known;
  }

  private Explanation compare(OptionSet options, Set<String> gold, Set<String> said) {
    Set<String> expected = options.canonical(gold);
    Set<String> given = options.canonical(said);
    Set<String> all = new HashSet<>(expected);
    all.addAll(given);
    Set<String> common = new HashSet<>(expected);
    common.retainAll(given);
    double overlap = (double) common.size() / all.size();
    return Explanation.of(
        "rule_choice",
        expected.equals(given) ? 1 : settings.reject() * overlap,
        String.join("", gold),
        String.join("", said));
  }

  /** The labels of a reference item: its letters, else the option it names. */
  static Set<String> reference(List<Option> options, String item) {
    return OptionSet.of(options).reference(item);
  }
}
