package org.twinline.reward.consistency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.text.Normalise;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.process.PossibleAnswers;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.terminology.Terminology;

/** Compares names: diagnoses, procedures, drugs, and what has no known name by its words. */
final class NameComparison {
  /** A longer answer is prose; in characters, a Han character counted thrice. */
  private static final int PROSE = 120;

  /** So many names of a text are looked at, the first ones. */
  private static final int MOST = 3;

  private static final int LEAST_WORDS = 2;

  /** Just above what rejects. */
  private static final double UNSURE = 0.35;

  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,40}?(?:是|为|：|:|\\bis\\b)\\s*|^\\s*(?:考虑|诊断|故选|选)?\\s*", Pattern.CASE_INSENSITIVE);

  private final Optional<Terminology> terminology;
  private final RuleVerifier verifier;

  NameComparison(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    verifier =
        terminology
            .map(known -> RuleVerifier.against(known, settings))
            .orElseGet(() -> RuleVerifier.withoutTerminology(settings));
  }

  /** Whether an answer is prose, in which the answer must be looked for. */
  static boolean prose(String answer) {
    int size = 0;
    for (int i = 0; i < answer.length(); i++) {
      size += Normalise.isHan(answer.charAt(i)) ? 3 : 1;
    }
    return size > PROSE;
  }

  /**
   * A long answer: the share of what the conclusions tell, and the question does not, that the
   * answer tells too: {@value #UNSURE} + (1 − {@value #UNSURE}) × min(1, 2 × share), since words
   * alone do not prove a contradiction. Words inside a name count as told where the answer has
   * another name of the same concept.
   */
  Optional<Explanation> prose(Question question, String conclusions, String answer) {
    Set<String> own = TellingWords.of(conclusions);
    own.removeAll(TellingWords.of(question.prompt().lastUserContent()));
    if (own.size() < LEAST_WORDS) {
      return Optional.empty();
    }
    PossibleAnswers possible = PossibleAnswers.of(question, terminology);
    Set<Integer> said = new HashSet<>();
    possible.in(answer).forEach(named -> said.add(named.key()));
    Set<String> told = TellingWords.of(answer);
    for (PossibleAnswers.Named named : possible.in(conclusions)) {
      if (said.contains(named.key())) {
        told.addAll(TellingWords.of(conclusions.substring(named.start(), named.end())));
      }
    }
    long shared = own.stream().filter(told::contains).count();
    return Optional.of(
        Explanation.of(
            "consistency_words",
            UNSURE + (1 - UNSURE) * Math.min(1, 2.0 * shared / own.size()),
            Long.toString(shared),
            Integer.toString(own.size())));
  }

  Optional<Explanation> compare(Question question, String conclusion, String answer) {
    PossibleAnswers possible = PossibleAnswers.of(question, terminology);
    List<String> said = names(possible, answer);
    List<String> concluded = names(possible, conclusion);
    if (said.isEmpty()) {
      said = List.of(stripped(answer));
    }
    Verdict forward = best(question, said, conclusion);
    Verdict backward = concluded.isEmpty() ? forward : best(question, concluded, answer);
    boolean forth = forward.score().value() >= backward.score().value();
    Verdict better = forth ? forward : backward;
    return Optional.of(
        new Explanation(
            "consistency_names",
            better.score().value(),
            List.of(forth ? "answer" : "conclusion"),
            List.of(better.score().explanation())));
  }

  private Verdict best(Question question, List<String> names, String text) {
    Verdict best = Asking.whether(verifier, question, AnswerKind.ENTITY, names.get(0), text);
    for (String name : names.subList(1, names.size())) {
      Verdict other = Asking.whether(verifier, question, AnswerKind.ENTITY, name, text);
      best = other.score().value() > best.score().value() ? other : best;
    }
    return best;
  }

  private static List<String> names(PossibleAnswers possible, String text) {
    Set<Integer> keys = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (PossibleAnswers.Named named : possible.in(text)) {
      if (named.affirmed() && names.size() < MOST && keys.add(named.key())) {
        names.add(text.substring(named.start(), named.end()));
      }
    }
    return names;
  }

  private static String stripped(String answer) {
    String name = LEAD.matcher(answer).replaceFirst("").strip();
    name = name.replaceAll("[。.!！]+$", "").strip();
    return name.isEmpty() ? answer.strip() : name;
  }
}
