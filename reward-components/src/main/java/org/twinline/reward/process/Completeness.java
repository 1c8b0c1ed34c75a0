package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.verdict.Explanation;

/**
 * Completeness: how much of what the question gives the chain of thought uses.
 *
 * <p>What is given are the question's clauses and its numbers. A clause is used where at least half
 * of its content (pairs of Han characters, longer words) stands in the chain of thought; a number
 * where the same number stands there. The score is 0.7 × the share of clauses + 0.3 × that of
 * numbers; of the one kind alone where the other is absent; no score where nothing is given. Sees
 * wording, not meaning: a finding told in other words counts as left out.
 */
final class Completeness {
  private static final Pattern CLAUSE =
      Pattern.compile("[。！？!?；;，,\\n：:]|\\.(?=\\s|$)|\\s(?:and|with|but|who|which)\\s");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[./]\\d+)*");
  private static final int LEAST = 2;
  private static final int LEAST_CLAUSES = 2;
  private static final double USED = 0.5;

  private Completeness() {}

  static Optional<Explanation> of(String question, String cot) {
    String asked = StepText.fold(question);
    Set<String> used = ShingleReader.of(StepText.fold(cot));
    List<Explanation> parts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    clauses(asked, used)
        .ifPresent(
            part -> {
              parts.add(part);
              weights.add(0.7);
            });
    numbers(asked, StepText.fold(cot))
        .ifPresent(
            part -> {
              parts.add(part);
              weights.add(0.3);
            });
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(Explanation.weightedMean(Quality.COMPLETENESS.score(), parts, weights));
  }

  private static Optional<Explanation> clauses(String question, Set<String> used) {
    int all = 0;
    int found = 0;
    for (String clause : CLAUSE.split(question)) {
      Set<String> content = ShingleReader.of(clause);
      if (content.size() >= LEAST) {
        all++;
        long shared = content.stream().filter(used::contains).count();
        found += shared >= USED * content.size() ? 1 : 0;
      }
    }
    return all < LEAST_CLAUSES
        ? Optional.empty()
        : Optional.of(share("completeness_findings", found, all));
  }

  private static Optional<Explanation> numbers(String question, String cot) {
    Set<String> asked = all(question);
    Set<String> said = all(cot);
    long found = asked.stream().filter(said::contains).count();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(share("completeness_numbers", (int) found, asked.size()));
  }

  private static Set<String> all(String text) {
    Set<String> numbers = new HashSet<>();
    NUMBER.matcher(text).results().forEach(match -> numbers.add(match.group()));
    return numbers;
  }

  private static Explanation share(String code, int found, int all) {
    return Explanation.of(
        code, (double) found / all, Integer.toString(found), Integer.toString(all));
  }
}
