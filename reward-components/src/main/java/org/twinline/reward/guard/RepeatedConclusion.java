package org.twinline.reward.guard;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.text.Alternation;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.consistency.TellingWords;
import org.twinline.reward.rule.Conclusion;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought or an answer that restates its conclusion again and again, in the same
 * words or in others.
 *
 * <p>A clause restates where it holds what the answer concludes or a part of it, gives no evidence
 * for or against it (支持, 符合, 排除, "fits", "excludes" …), asks nothing, and has at most {@value
 * #MOST_WORDS} words left without the conclusion and filler (two Chinese characters are one word),
 * or only words that tell nothing ({@link TellingWords}). What the commonest clauses leave without
 * filler is taken for a conclusion too, where they have words of concluding (诊断, 答案, "therefore"
 * …), whatever the answer says, or where a short answer says it. {@value #TIMES} restatements with
 * fewer than {@value #NEAR} clauses between them that say anything are rejected: an honest chain of
 * thought states a first guess, a conclusion and a check of it, and comes back to it with reasons.
 * The bounds were chosen on the seen half of the planted corpus and the long chains of jmed-300.
 * Linear time for conclusions of bounded length.
 */
public final class RepeatedConclusion implements Guard {
  /** So many restatements are rejected. */
  public static final int TIMES = 5;

  static final double MOST_WORDS = 3;
  static final int NEAR = 5;

  private static final int LONGEST = 60;

  /** A longer answer holds too much to say that a clause repeats it. */
  private static final int MOST_SAID = 300;

  private static final Pattern CLAUSE = Pattern.compile("[。！？!?；;，,：:\\n]|\\.(?=\\s|$)");

  private static final Alternation EVIDENCE =
      Alternation.of(
          "支持|符合|相符|吻合|提示|说明|表明|证实|依据|证据|典型|排除|除外|不|没有|无|非|未|鉴别|治疗|可能|怀疑|引起|导致|所致|因为|由于|吗|何|什么",
          "supports?|fits?|consistent|compatible|suggests?|indicates?|shows?|evidence|typical|classic|confirms?"
              + "|excludes?|excluded|rules?|not|no|without|unlikely|likely|possible|possibly|could|may|might|treat\\w*|caus\\w+"
              + "|because|since|due|if|whether|versus|vs|or",
          0);

  private static final Alternation CONCLUDES =
      Alternation.of(
          "诊断|答案|结论|判断|因此|所以|综上|总之|故|由此",
          "answer|diagnosis|conclu\\w+|therefore|thus|hence|so|verdict|sum",
          0);

  @Override
  public String name() {
    return "repeated_conclusion";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    String key = key(candidate.answer());
    String said =
        candidate.answer().length() > MOST_SAID ? "" : NameNormaliser.name(candidate.answer());
    Optional<Rejection> ofThought = check(candidate.cot(), key, said);
    return ofThought.isPresent() ? ofThought : check(candidate.answer(), key, "");
  }

  /** What the answer concludes, folded, without filler; empty where that is no short name. */
  private static String key(String answer) {
    String stated = NameNormaliser.name(Conclusion.of(Ends.of(answer)).text());
    if (stated.isEmpty() || stated.length() > 2 * LONGEST) {
      return "";
    }
    String key = NoReasoning.withoutFiller(stated).strip();
    return key.length() < 2 || key.length() > LONGEST ? "" : key;
  }

  private static Optional<Rejection> check(String text, String key, String said) {
    List<Clause> clauses = clauses(text, key);
    int ofAnswer = key.isEmpty() ? 0 : ofAnswer(clauses, Tokens.of(key));
    int times = Math.max(ofAnswer, commonest(clauses, said).map(k -> times(clauses, k)).orElse(0));
    return times >= TIMES
        ? Optional.of(
            Rejection.of(
                RejectionReason.REPEATED_CONCLUSION,
                times,
                Integer.toString(times),
                Integer.toString(clauses.size())))
        : Optional.empty();
  }

  /** The most clauses near each other that restate the same part of what the answer concludes. */
  private static int ofAnswer(List<Clause> clauses, Tokens key) {
    Map<String, IntArrayList> said = new TreeMap<>();
    double least = Math.max(1, Size.words(key.text()) / 2);
    for (Clause clause : clauses) {
      String common = Tokens.of(clause.folded).common(key);
      if (Size.words(common) >= least && restates(clause, common)) {
        said.computeIfAbsent(common, c -> new IntArrayList()).add(clause.place);
      }
    }
    return said.values().stream().mapToInt(RepeatedConclusion::near).max().orElse(0);
  }

  /** How many of the clauses lie among {@link #NEAR} in a row, at most. */
  private static int near(IntArrayList at) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < at.size(); to++) {
      while (at.getInt(to) - at.getInt(from) >= NEAR) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  /**
   * A clause that may conclude.
   *
   * @param folded as names are folded
   * @param rest without filler
   * @param place how many clauses that say anything beside the conclusion stand before it
   */
  private record Clause(String folded, String rest, int place, boolean concludes) {}

  private static List<Clause> clauses(String text, String key) {
    List<Clause> clauses = new ArrayList<>();
    int from = 0;
    int place = 0;
    Matcher ends = CLAUSE.matcher(text);
    while (from < text.length()) {
      boolean found = ends.find();
      int to = found ? ends.start() : text.length();
      boolean asks = found && "？?".indexOf(text.charAt(to)) >= 0;
      String folded =
          asks || to - from > 3 * LONGEST ? "" : NameNormaliser.name(text.substring(from, to));
      if (!folded.isEmpty()) {
        String rest = NoReasoning.withoutFiller(folded).strip();
        clauses.add(new Clause(folded, rest, place, CONCLUDES.occursIn(folded)));
        boolean names = !key.isEmpty() && folded.contains(key);
        place += !names && Size.words(rest) > MOST_WORDS && !hollow(rest) ? 1 : 0;
      } else if (to - from > 0) {
        place++;
      }
      from = to + 1;
    }
    return clauses;
  }

  /**
   * What most clauses leave without filler, where at least two of them conclude or the answer says
   * it.
   */
  private static Optional<String> commonest(List<Clause> clauses, String answer) {
    Map<String, int[]> said = new TreeMap<>();
    for (Clause clause : clauses) {
      if (clause.rest.length() >= 2 && clause.rest.length() <= LONGEST) {
        int[] counts = said.computeIfAbsent(clause.rest, r -> new int[2]);
        counts[0]++;
        counts[1] += clause.concludes ? 1 : 0;
      }
    }
    return said.entrySet().stream()
        .filter(e -> e.getValue()[0] > 2 && (e.getValue()[1] > 1 || answer.contains(e.getKey())))
        .max(Comparator.comparingInt(e -> e.getValue()[0]))
        .map(Map.Entry::getKey);
  }

  /** How many clauses near each other restate a conclusion. */
  private static int times(List<Clause> clauses, String key) {
    IntArrayList at = new IntArrayList();
    for (Clause clause : clauses) {
      if (clause.folded.contains(key) && restates(clause, key)) {
        at.add(clause.place);
      }
    }
    return near(at);
  }

  private static boolean restates(Clause clause, String key) {
    String rest = clause.folded.replace(key, " ");
    return !EVIDENCE.occursIn(rest)
        && (Size.words(NoReasoning.withoutFiller(rest)) <= MOST_WORDS || hollow(rest));
  }

  /** Whether a text tells nothing: of common words alone. */
  private static boolean hollow(String text) {
    return !TellingWords.anyIn(text);
  }
}
