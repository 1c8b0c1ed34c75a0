package org.twinline.reward.guard;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.terminology.NameNormaliser;

/**
 * Rejects a chain of thought or an answer that is the question copied, whole or in pieces.
 *
 * <p>A token (a Chinese character, a word) is copied where it is part of a run of {@value #N}
 * tokens that also stands in what the user said. A text of at least {@value #LEAST_TOKENS} tokens
 * is rejected where at least {@value #SHARE} of it, the answer apart, is copied, that is at least
 * {@value #OF_QUESTION} of the question, and what is left adds nothing: of a chain of thought fewer
 * than {@value #LEAST_REASON} words beside filler and the answer, of an answer fewer than {@value
 * #LEAST_WORDS} words beside filler. So a question that is restated before the reasoning passes,
 * and so does an answer that takes up the words of a question and adds what was asked for. The
 * thresholds were chosen on the seen half of the planted corpus. Linear time by a rolling hash.
 */
public final class CopiedQuestion implements Guard {
  static final int N = 5;
  static final int LEAST_TOKENS = 20;
  static final double SHARE = 0.6;
  static final double OF_QUESTION = 0.5;
  static final double LEAST_REASON = 6;
  static final double LEAST_WORDS = 2;

  @Override
  public String name() {
    return "copied_question";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    List<Tokens> said =
        question.prompt().turns().stream()
            .filter(turn -> turn.role() == Role.USER)
            .map(Turn::content)
            .map(Tokens::of)
            .toList();
    LongOpenHashSet grams = new LongOpenHashSet();
    int tokens = 0;
    for (Tokens turn : said) {
      for (long gram : turn.grams(N)) {
        grams.add(gram);
      }
      tokens = Math.max(tokens, turn.size());
    }
    Optional<Rejection> ofThought =
        check(candidate.cot(), grams, tokens, candidate.answer(), LEAST_REASON);
    return ofThought.isPresent()
        ? ofThought
        : check(candidate.answer(), grams, tokens, "", LEAST_WORDS);
  }

  private static Optional<Rejection> check(
      String raw, LongOpenHashSet grams, int asked, String answer, double least) {
    Tokens text = Tokens.of(raw);
    if (text.size() < LEAST_TOKENS || grams.isEmpty()) {
      return Optional.empty();
    }
    LongOpenHashSet found = new LongOpenHashSet();
    boolean[] copied = new boolean[text.size()];
    long[] own = text.grams(N);
    int until = 0;
    int count = 0;
    for (int i = 0; i < own.length; i++) {
      if (grams.contains(own[i])) {
        found.add(own[i]);
        for (int k = Math.max(i, until); k < i + N; k++) {
          copied[k] = true;
          count++;
        }
        until = i + N;
      }
    }
    String said = NameNormaliser.name(answer);
    boolean holds = !said.isEmpty() && text.text().contains(said);
    int others = Math.max(1, text.size() - (holds ? Tokens.of(answer).size() : 0));
    double share = Math.min(1, (double) count / others);
    double ofQuestion = (double) found.size() / Math.max(1, asked - N + 1);
    if (share < SHARE || ofQuestion < OF_QUESTION) {
      return Optional.empty();
    }
    double left = NoReasoning.wordsLeft(rest(text, copied, said));
    return left < least
        ? Optional.of(
            Rejection.of(
                RejectionReason.COPIED_QUESTION,
                share,
                Explanation.number(share),
                Explanation.number(ofQuestion),
                Explanation.number(left)))
        : Optional.empty();
  }

  /** What is not copied and not the answer, as folded text. */
  private static String rest(Tokens text, boolean[] copied, String answer) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (int i = 0; i < copied.length; i++) {
      if (copied[i]) {
        rest.append(text.text(), at, text.start(i)).append(' ');
        at = text.end(i);
      }
    }
    rest.append(text.text().substring(at));
    String left = rest.toString();
    return answer.isEmpty() ? left : left.replace(answer, " ");
  }
}
