package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;

/**
 * Choice answers: the options named by letter or text against those of the reference.
 *
 * <p>The same set scores 1. A different set scores reject × Jaccard's index: exams give no points
 * for half a set. Where no option can be made out the score is unknown ({@code
 * choice_unrecognised}).
 */
final class ChoiceRule {
  private static final double LIKE = 0.6;
  private static final double MARGIN = 0.15;

  private final RuleSettings settings;

  ChoiceRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Question question, String answer) {
    List<Option> options = question.prompt().options();
    Set<String> said = labels(options, answer, Conclusion.of(answer).text());
    if (said.isEmpty()) {
      return Explanation.of("choice_unrecognised", settings.unknown(), "answer");
    }
    Explanation best = Explanation.of("choice_unrecognised", settings.unknown(), "reference");
    boolean judged = false;
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      Set<String> gold = new TreeSet<>();
      for (String item : alternative.required()) {
        gold.addAll(reference(options, item));
      }
      if (gold.isEmpty()) {
        continue;
      }
      Explanation one = compare(gold, said);
      best = !judged || one.value() > best.value() ? one : best;
      judged = true;
    }
    return best;
  }

  private Explanation compare(Set<String> gold, Set<String> said) {
    Set<String> all = new HashSet<>(gold);
    all.addAll(said);
    Set<String> common = new HashSet<>(gold);
    common.retainAll(said);
    double overlap = (double) common.size() / all.size();
    return Explanation.of(
        "rule_choice",
        gold.equals(said) ? 1 : settings.reject() * overlap,
        String.join("", gold),
        String.join("", said));
  }

  /** The labels of a reference item: its letters, else the option it names. */
  static Set<String> reference(List<Option> options, String item) {
    return Letters.only(item) ? known(options, Letters.in(item)) : labels(options, item, item);
  }

  private static Set<String> known(List<Option> options, Set<String> letters) {
    if (options.isEmpty()) {
      return letters;
    }
    Set<String> known = new TreeSet<>();
    for (Option option : options) {
      if (letters.contains(
          NameNormaliser.name(option.label()).toUpperCase(java.util.Locale.ROOT))) {
        known.add(option.label());
      }
    }
    return known;
  }

  private static Set<String> labels(List<Option> options, String answer, String conclusion) {
    String whole = NameNormaliser.name(conclusion);
    for (Option option : options) {
      if (NameNormaliser.name(option.text()).equals(whole)
          || NameNormaliser.name(option.label()).equals(whole)) {
        return Set.of(option.label());
      }
    }
    Set<String> lettered = known(options, Letters.in(answer));
    return lettered.isEmpty() ? named(options, whole) : lettered;
  }

  /** The options whose text the conclusion holds; else the one it is clearly most like. */
  private static Set<String> named(List<Option> options, String conclusion) {
    List<Option> inside = new ArrayList<>();
    for (Option option : options) {
      String name = NameNormaliser.name(option.text());
      int at = name.isEmpty() ? -1 : conclusion.indexOf(name);
      if (at >= 0 && !negated(conclusion.substring(0, at))) {
        inside.add(option);
      }
    }
    Set<String> labels = new TreeSet<>();
    for (Option option : inside) {
      String name = NameNormaliser.name(option.text());
      boolean part =
          inside.stream()
              .map(o -> NameNormaliser.name(o.text()))
              .anyMatch(o -> o.length() > name.length() && o.contains(name));
      if (!part) {
        labels.add(option.label());
      }
    }
    if (!labels.isEmpty()) {
      return labels;
    }
    NameProfile profile = NameProfile.of(conclusion);
    double best = 0;
    double second = 0;
    String label = "";
    for (Option option : options) {
      double score = profile.similarity(NameProfile.of(option.text()));
      if (score > best) {
        second = best;
        best = score;
        label = option.label();
      } else {
        second = Math.max(second, score);
      }
    }
    return best >= LIKE && best - second >= MARGIN ? Set.of(label) : Set.of();
  }

  private static boolean negated(String before) {
    return before.matches("(?s).*(?:不是|不选|排除|而非|并非|\\bnot|rather than|rule out)\\s*$");
  }
}
