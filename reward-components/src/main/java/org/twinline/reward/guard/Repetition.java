package org.twinline.reward.guard;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought or an answer that says the same again and again.
 *
 * <p>With tokens being Chinese characters and words, the repeated share is the number of positions
 * whose {@value #N}-gram stood earlier in the same text, over all positions; it is judged from
 * {@value #LEAST_TOKENS} tokens on. A text is rejected where the share reaches {@value #SHARE}, or
 * where one sentence of at least {@value #SENTENCE} folded characters stands {@value #TIMES} times
 * in a row, or anywhere if that is {@value #SENTENCES} of the sentences (a heading of a long chain
 * of thought may come back). Honest chains of thought repeat names and phrases, seldom eight tokens
 * in a row; the thresholds are choices, not fitted. Linear time by a rolling hash.
 */
public final class Repetition implements Guard {
  static final int N = 8;
  static final int LEAST_TOKENS = 24;
  static final double SHARE = 0.35;
  static final int SENTENCE = 5;
  static final int TIMES = 4;
  static final double SENTENCES = 0.1;

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]|\\.(?=\\s|$)");

  @Override
  public String name() {
    return "repetition";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    Optional<Rejection> ofThought = check(candidate.cot());
    return ofThought.isPresent() ? ofThought : check(candidate.answer());
  }

  private static Optional<Rejection> check(String text) {
    double share = share(text);
    int times = times(text);
    return share >= SHARE || times >= TIMES
        ? Optional.of(
            Rejection.of(
                RejectionReason.REPETITION,
                share,
                Explanation.number(share),
                Integer.toString(times)))
        : Optional.empty();
  }

  /** The share of positions whose n-gram stood earlier, 0 for short texts. */
  static double share(String raw) {
    Tokens tokens = Tokens.of(raw);
    if (tokens.size() < LEAST_TOKENS) {
      return 0;
    }
    long[] grams = tokens.grams(N);
    LongOpenHashSet seen = new LongOpenHashSet(grams.length);
    int repeated = 0;
    for (long gram : grams) {
      repeated += seen.add(gram) ? 0 : 1;
    }
    return (double) repeated / grams.length;
  }

  /**
   * How often a sentence stands: in a row, or in the whole text where its copies are a good part of
   * the sentences.
   */
  static int times(String raw) {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    int most = 0;
    int row = 0;
    int longest = 0;
    String last = "";
    for (String sentence : SENTENCE_END.split(raw)) {
      String folded = NameNormaliser.name(sentence);
      all += folded.isEmpty() ? 0 : 1;
      if (folded.length() >= SENTENCE) {
        most = Math.max(most, counts.merge(folded, 1, Integer::sum));
        row = folded.equals(last) ? row + 1 : 1;
        longest = Math.max(longest, row);
        last = folded;
      }
    }
    return most >= SENTENCES * all ? most : longest;
  }
}
