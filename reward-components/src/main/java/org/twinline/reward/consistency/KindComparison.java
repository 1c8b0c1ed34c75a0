package org.twinline.reward.consistency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.choice.ChoiceReader;
import org.twinline.reward.rule.choice.ChoiceReading;
import org.twinline.reward.rule.choice.OptionSet;

/** Compares options, truth values and numbers. */
final class KindComparison {
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+−<>≥≤约]?\\s*\\d[\\d,]*(?:\\.\\d+)?(?:\\s*[%‰℃°μµ/·^²³\\p{IsLatin}\\d]{1,16}|[毫微纳千克升米摩岁年周天日次倍度分秒支片粒滴单位个月小时星期/]{1,6})?");

  private final RuleVerifier verifier;

  KindComparison(RuleSettings settings) {
    verifier = RuleVerifier.withoutTerminology(settings);
  }

  /** Arguments: the labels of the conclusion and of the answer. */
  static Optional<Explanation> options(Question question, String conclusion, String answer) {
    OptionSet options = OptionSet.of(question.prompt().options());
    ChoiceReader reader = ChoiceReader.of(options, question.prompt().lastUserContent());
    ChoiceReading concluded = reader.read(conclusion);
    ChoiceReading said = reader.read(answer);
    if (!concluded.recognised() || !said.recognised()) {
      return Optional.empty();
    }
    return Optional.of(
        Explanation.of(
            "consistency_options",
            options.same(concluded.labels(), said.labels()) ? 1 : 0,
            joined(concluded.labels()),
            joined(said.labels())));
  }

  private static String joined(Set<String> labels) {
    return String.join("", new TreeSet<>(labels));
  }

  /** Arguments: what the conclusion and the answer say. */
  Optional<Explanation> truth(Question question, String conclusion, String answer) {
    Optional<String> concluded = value(question, conclusion);
    Optional<String> said = value(question, answer);
    if (concluded.isEmpty() || said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Explanation.of(
            "consistency_truth", concluded.equals(said) ? 1 : 0, concluded.get(), said.get()));
  }

  private Optional<String> value(Question question, String text) {
    Decision yes = Asking.whether(verifier, question, AnswerKind.BOOLEAN, YES, text).decision();
    return switch (yes) {
      case ACCEPT -> Optional.of(YES);
      case REJECT -> Optional.of(NO);
      case UNSURE -> Optional.empty();
    };
  }

  /**
   * The answer's last number as the reference of the conclusion; a conclusion with several numbers
   * contradicts nothing.
   */
  Optional<Explanation> number(Question question, String conclusion, String answer) {
    Matcher numbers = NUMBER.matcher(answer);
    String said = "";
    while (numbers.find()) {
      said = numbers.group().strip();
    }
    if (said.isEmpty() || !NUMBER.matcher(conclusion).find()) {
      return Optional.empty();
    }
    Verdict verdict = Asking.whether(verifier, question, AnswerKind.NUMBER, said, conclusion);
    // Of several numbers any may be a premise.
    boolean unclear =
        verdict.score().value() <= Consistency.REJECT
            && NUMBER.matcher(conclusion).results().count() > 1;
    return verdict.decision() == Decision.UNSURE || unclear
        ? Optional.empty()
        : Optional.of(
            new Explanation(
                "consistency_number",
                verdict.score().value(),
                List.of(),
                List.of(verdict.score().explanation())));
  }
}
