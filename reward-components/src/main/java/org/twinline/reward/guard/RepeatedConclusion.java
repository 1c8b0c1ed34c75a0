package org.twinline.reward.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.Conclusion;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought or an answer that restates its conclusion again and again, in the same
 * words or in others.
 *
 * <p>A clause restates where it holds what the answer concludes, gives no evidence for or against
 * it (支持, 符合, 排除, "fits", "excludes" …), asks nothing, and has at most {@value #MOST_WORDS} words
 * left without the conclusion and filler (two Chinese characters are one word). Clauses with a word
 * of concluding (诊断, 答案, "therefore" …) that leave the same few words without filler restate each
 * other too, whatever the answer says. {@value #TIMES} restatements are rejected: an honest chain of
 * thought states a first guess, a conclusion and a check of it; the bound was chosen on the seen
 * half of the planted corpus. Linear time.
 */
public final class RepeatedConclusion implements Guard {
  /** So many restatements are rejected. */
  public static final int TIMES = 5;

  static final double MOST_WORDS = 3;

  private static final int LONGEST = 60;

  private static final Pattern CLAUSE = Pattern.compile("[。！？!?；;，,：:\\n]|\\.(?=\\s|$)");

  private static final Pattern EVIDENCE =
      Pattern.compile(
          "支持|符合|相符|吻合|提示|说明|表明|证实|依据|证据|典型|排除|除外|不|没有|无|非|未|鉴别|治疗|可能|怀疑|引起|导致|所致|因为|由于|吗|何|什么"
              + "|\\b(?:supports?|fits?|consistent|compatible|suggests?|indicates?|shows?|evidence|typical|classic|confirms?"
              + "|excludes?|excluded|rules?|not|no|without|unlikely|likely|possible|possibly|could|may|might|treat\\w*|caus\\w+"
              + "|because|since|due|if|whether|versus|vs|or)\\b");

  private static final Pattern CONCLUDES =
      Pattern.compile(
          "诊断|答案|结论|判断|因此|所以|综上|总之|故|由此|\\b(?:answer|diagnosis|conclu\\w+|therefore|thus|hence|so|verdict|sum)\\b");

  @Override
  public String name() {
    return "repeated_conclusion";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    String key = key(candidate.answer());
    Optional<Rejection> ofThought = check(candidate.cot(), key);
    return ofThought.isPresent() ? ofThought : check(candidate.answer(), key);
  }

  /** What the answer concludes, folded, without filler; empty where that is no short name. */
  private static String key(String answer) {
    String stated = NameNormaliser.name(Conclusion.of(answer).text());
    if (stated.isEmpty() || stated.length() > 2 * LONGEST) {
      return "";
    }
    String key = NoReasoning.withoutFiller(stated).strip();
    return key.length() < 2 || key.length() > LONGEST ? "" : key;
  }

  private static Optional<Rejection> check(String text, String key) {
    Map<String, Integer> said = new HashMap<>();
    int clauses = 0;
    int ofKey = 0;
    int from = 0;
    Matcher ends = CLAUSE.matcher(text);
    while (from < text.length()) {
      boolean found = ends.find();
      int to = found ? ends.start() : text.length();
      boolean asks = found && "？?".indexOf(text.charAt(to)) >= 0;
      String clause = to - from > 4 * LONGEST ? "" : NameNormaliser.name(text.substring(from, to));
      from = to + 1;
      if (clause.isEmpty()) {
        continue;
      }
      clauses++;
      if (asks || EVIDENCE.matcher(key.isEmpty() ? clause : clause.replace(key, " ")).find()) {
        continue;
      }
      if (!key.isEmpty() && clause.contains(key)) {
        String rest = NoReasoning.withoutFiller(clause.replace(key, " "));
        ofKey += Size.words(rest) <= MOST_WORDS ? 1 : 0;
      } else if (CONCLUDES.matcher(clause).find()) {
        String rest = NoReasoning.withoutFiller(clause).strip();
        if (!rest.isEmpty() && rest.length() <= LONGEST) {
          said.merge(rest, 1, Integer::sum);
        }
      }
    }
    int most = said.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int times = Math.max(most, ofKey);
    return times >= TIMES
        ? Optional.of(
            Rejection.of(
                RejectionReason.REPEATED_CONCLUSION,
                times,
                Integer.toString(times),
                Integer.toString(clauses)))
        : Optional.empty();
  }
}
