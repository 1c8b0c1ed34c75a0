package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.NameNormaliser;

/**
 * Yes or no. The first word of the conclusion that says either decides; with 不 or "not" before it,
 * the opposite; a doubled negation or neither is unknown ({@code boolean_unrecognised}).
 */
final class BooleanRule {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(yes|true|correct|right|是|是的|对|正确|√|✓|能|可以|会)|(no|false|incorrect|wrong|否|不是|错|错误|不正确|不对|×|✗|不能|不可以|不会)");

  private static final Pattern SAID =
      Pattern.compile(
          "(不正确|不对|错误|错|否|不是|并非|不能|不可以|不可|不会|不应|不需要|不宜|不推荐|没有|无需|无须|×|✗"
              + "|\\b(?:no|false|incorrect|wrong|not|cannot|can't|never|isn't|doesn't|shouldn't)\\b)"
              + "|(是|对|正确|可以|能|会|需要|应|有|√|✓|\\b(?:yes|true|correct|right|can|should|does|do|is|will)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOUBLED =
      Pattern.compile(
          "不是不|并非不|不能不|不会不|not (?:in|un)correct|not false|not wrong|并非错误|不是错",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENING =
      Pattern.compile(
          "^[\\s\\p{P}]*(?:(yes|true|correct|right|是的?|对的?|正确|√|✓)|(no|false|incorrect|wrong|否|错误?|不正确|不对|不是的?|×|✗))(?=[\\s\\p{P}]|$)",
          Pattern.CASE_INSENSITIVE);

  private final RuleSettings settings;

  BooleanRule(RuleSettings settings) {
    this.settings = settings;
  }

  Explanation judge(Reference reference, String answer) {
    Optional<Boolean> said = said(answer);
    List<Optional<Boolean>> gold =
        reference.alternatives().stream().map(a -> value(a.required().get(0))).toList();
    if (said.isEmpty() || gold.stream().anyMatch(Optional::isEmpty)) {
      return Explanation.of(
          "boolean_unrecognised", settings.unknown(), said.isEmpty() ? "answer" : "reference");
    }
    boolean right = gold.stream().anyMatch(said::equals);
    return Explanation.of("rule_boolean", right ? 1 : 0, said.get() ? "yes" : "no");
  }

  /** The truth value a reference item states. */
  static Optional<Boolean> value(String item) {
    String folded = NameNormaliser.name(item);
    Matcher matcher = REFERENCE.matcher(folded.isEmpty() ? item.strip() : folded);
    return matcher.matches() ? Optional.of(matcher.group(1) != null) : Optional.empty();
  }

  private static Optional<Boolean> said(String answer) {
    Matcher opening = OPENING.matcher(answer);
    if (opening.find()) {
      return Optional.of(opening.group(1) != null);
    }
    String conclusion = Conclusion.of(answer).text();
    if (DOUBLED.matcher(conclusion).find()) {
      return Optional.empty();
    }
    opening = OPENING.matcher(conclusion);
    if (opening.find()) {
      return Optional.of(opening.group(1) != null);
    }
    Matcher matcher = SAID.matcher(conclusion);
    boolean no = false;
    boolean yes = false;
    while (matcher.find()) {
      no |= matcher.group(1) != null;
      yes |= matcher.group(2) != null;
    }
    // A negation beside an affirmation negates it: "it is not", 是不能的.
    return no ? Optional.of(false) : yes ? Optional.of(true) : Optional.empty();
  }
}
