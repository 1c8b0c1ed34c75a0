package org.twinline.reward.consistency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.text.Normalise;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.process.PossibleAnswers;
import org.twinline.reward.rule.Conclusion;
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

  /** A shorter beginning of a name may stand anywhere by chance. */
  private static final int LEAST_NAME = 3;

  /** An answer stands in a conclusion that has such a share of its words. */
  private static final double SHARED = 0.75;

  /** Just above what rejects. */
  private static final double UNSURE = 0.35;

  private static final Pattern LEAD =
      Pattern.compile(
          "^.{0,40}?(?:是|为|：|:|\\bis\\b)\\s*|^\\s*(?:考虑|诊断|故选|选)?\\s*", Pattern.CASE_INSENSITIVE);

  /** A name stands behind these. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?s).*(?:\\b(?:settl(?:e|ed|ing) (?:on|for)|go(?:ing)? with|confident (?:that )?(?:it's|it is|this is)|best with|best fits|pick|choose|leaves(?: only)?)\\s|符合|倾向于?|就是|定为|只有)\\s*",
          Pattern.CASE_INSENSITIVE);

  /** A name stands before these. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|[,，;；.。]|\\b(?:but|on reflection)\\b|还是)\\s*([^,，;；.。]{2,80}?)\\s*(?:makes more sense|fits better|更合理|更合适)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TRAILING = Pattern.compile("[了吧。.!！\\s]{1,8}$");

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

  /**
   * A short answer: the better of the answer's name looked for in the conclusion and of the
   * conclusion's name looked for in the answer. Empty where the conclusion names nothing; also
   * where it would contradict the answer by words the terminology does not know, unless the thought
   * before it weighs both names: they may say the answer in another way.
   *
   * @param thought what was thought before the conclusion
   */
  Optional<Explanation> compare(
      Question question, String thought, String conclusion, String answer) {
    PossibleAnswers possible = PossibleAnswers.of(question, terminology);
    List<String> concluded = names(possible, conclusion);
    List<String> said = names(possible, answer);
    if (said.isEmpty()) {
      said = List.of(stripped(answer));
    }
    boolean same = shares(possible, conclusion, answer);
    boolean known = !concluded.isEmpty() || terminology.isEmpty();
    if (concluded.isEmpty()) {
      concluded = stated(conclusion);
    }
    if (concluded.isEmpty() && !same) {
      return Optional.empty();
    }
    Verdict forward = best(question, said, conclusion);
    Verdict backward = concluded.isEmpty() ? forward : best(question, concluded, answer);
    boolean forth = forward.score().value() >= backward.score().value();
    Verdict better = forth ? forward : backward;
    if (!same
        && better.score().value() <= Consistency.REJECT
        && !known
        && !(weighed(thought, concluded) && weighed(thought, said))) {
      return Optional.empty();
    }
    return Optional.of(
        new Explanation(
            "consistency_names",
            same ? Math.max(UNSURE, better.score().value()) : better.score().value(),
            List.of(forth ? "answer" : "conclusion"),
            List.of(better.score().explanation())));
  }

  /** Whether the first name, or its beginning up to its last two fifths, stands in a thought. */
  private static boolean weighed(String thought, List<String> names) {
    String name = names.get(0);
    int least = Math.max(LEAST_NAME, name.length() * 3 / 5);
    return name.length() >= least && thought.contains(name.substring(0, least));
  }

  /**
   * Whether the answer's own name stands in the conclusion: by concept, or in most of its words.
   */
  private static boolean shares(PossibleAnswers possible, String conclusion, String answer) {
    Set<Integer> said = new HashSet<>();
    possible.in(answer).forEach(named -> said.add(named.key()));
    boolean named =
        possible.in(conclusion).stream()
            .anyMatch(name -> name.affirmed() && said.contains(name.key()));
    Set<String> words = TellingWords.of(stripped(answer));
    Set<String> told = TellingWords.of(conclusion);
    long shared = words.stream().filter(told::contains).count();
    return named || (!words.isEmpty() && shared >= SHARED * words.size());
  }

  /** What a conclusion states in words of its own, where it tells anything. */
  private static List<String> stated(String conclusion) {
    Conclusion part = Conclusion.of(conclusion);
    String name = part.stated() ? part.text() : "";
    Matcher before = BEFORE.matcher(conclusion);
    Matcher behind = BEHIND.matcher(conclusion);
    if (name.isEmpty() && behind.lookingAt()) {
      name = conclusion.substring(behind.end());
    }
    if (name.isEmpty() && before.find()) {
      name = before.group(1);
    }
    name = TRAILING.matcher(name.strip()).replaceFirst("");
    return TellingWords.of(name).isEmpty() ? List.of() : List.of(name);
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
