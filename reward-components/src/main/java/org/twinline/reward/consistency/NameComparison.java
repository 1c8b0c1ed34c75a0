package org.twinline.reward.consistency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  /** The code where only words could be compared. */
  static final String WORDS = "consistency_words";

  /** A longer answer is prose, in which names are looked for; in characters. */
  private static final int SHORT = 60;

  /** So many names of a text are looked at, the first ones. */
  private static final int MOST = 3;

  private static final int LEAST_WORDS = 2;
  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,40}?(?:是|为|：|:|\\bis\\b)\\s*|^\\s*(?:考虑|诊断|故选|选)?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{3,}");

  private final Optional<Terminology> terminology;
  private final RuleVerifier verifier;

  NameComparison(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    verifier =
        terminology
            .map(known -> RuleVerifier.against(known, settings))
            .orElseGet(() -> RuleVerifier.withoutTerminology(settings));
  }

  Optional<Explanation> compare(Question question, String conclusion, String answer) {
    PossibleAnswers possible = PossibleAnswers.of(question, terminology);
    List<String> said = names(possible, answer);
    List<String> concluded = names(possible, conclusion);
    if (said.isEmpty() && answer.length() <= SHORT) {
      said = List.of(stripped(answer));
    }
    if (said.isEmpty() && concluded.isEmpty()) {
      return words(question, conclusion, answer);
    }
    Optional<Verdict> forward =
        said.isEmpty() ? Optional.empty() : Optional.of(best(question, said, conclusion));
    Optional<Verdict> backward =
        concluded.isEmpty() ? Optional.empty() : Optional.of(best(question, concluded, answer));
    double forth = forward.map(verdict -> verdict.score().value()).orElse(-1.0);
    double back = backward.map(verdict -> verdict.score().value()).orElse(-1.0);
    Verdict better = (forth >= back ? forward : backward).orElseThrow();
    return Optional.of(
        new Explanation(
            "consistency_names",
            better.score().value(),
            List.of(forth >= back ? "answer" : "conclusion"),
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

  /**
   * The share of the conclusion's words that are not the question's which the answer has; pairs of
   * Han characters and words of at least four letters.
   */
  private static Optional<Explanation> words(Question question, String conclusion, String answer) {
    Set<String> asked = words(question.prompt().lastUserContent());
    Set<String> own = words(conclusion);
    own.removeAll(asked);
    if (own.size() < LEAST_WORDS) {
      return Optional.empty();
    }
    Set<String> said = words(answer);
    long shared = own.stream().filter(said::contains).count();
    return Optional.of(
        Explanation.of(
            WORDS,
            (double) shared / own.size(),
            Long.toString(shared),
            Integer.toString(own.size())));
  }

  private static Set<String> words(String text) {
    String folded = Normalise.key(text).toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(folded).results().forEach(match -> words.add(match.group()));
    for (int i = 0; i + 1 < folded.length(); i++) {
      if (Normalise.isHan(folded.charAt(i)) && Normalise.isHan(folded.charAt(i + 1))) {
        words.add(folded.substring(i, i + 2));
      }
    }
    return words;
  }
}
