package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.mention.Span;

/**
 * A long answer in prose: whether one of the sentences that make its claim says what is required.
 *
 * <p>The claim is made by the first two sentences, by those with a cue or a summary ("therefore",
 * 综上), and by the last; a sentence that ends in a colon takes the list below it. Required is a name
 * of the item that the text affirms, or most of its words ({@link Overlap}); words that the
 * question has already say nothing new and do not count. Where the question asks what is not so, a
 * denial affirms.
 */
final class Prose {
  private static final Pattern END =
      Pattern.compile("[。！？!?]|\\.(?=\\s|$)|\\n(?!\\s*(?:[-*•]|\\d{1,2}[.)、]))");
  private static final Pattern CLAIMS =
      Pattern.compile(
          "^\\s*(?:综上|因此|所以|故|总之|最终|therefore|thus|in summary|in conclusion|overall|hence|so\\b|ultimately)"
              + "|most likely|最可能|诊断|答案|\\banswer\\b|diagnosis|correct|recommend|should be|would be",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "\\b(?:not|except|least|incorrect|false|untrue|never|unlikely|contraindicated)\\b|(?<!能)不(?!适|明|足|良|全|孕|稳|规则)|除外|错误|禁忌",
          Pattern.CASE_INSENSITIVE);

  /** Parts of a question looked at for what it asks. */
  private static final int ASKS = 200;

  /** How far to both sides a list is looked for. */
  private static final int LIST = 200;

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[,、，;；|]\\s*(?:and|or|和|或|以及)?|\\s(?:and|or|/)\\s|和|或|以及|\\n\\s{0,8}(?:[-*•]|\\d{1,2}[.)、]))\\s*");

  /**
   * Characters of an answer from which on it is prose, and so long that weak cues decide nothing.
   */
  private static final int LEAST = 120;

  private static final int LONG = 250;

  /** Shares of an item's words; chosen on o1-open-100 (docs/measurements.md). */
  private static final double NEARLY_ALL = 0.8;

  private static final double MOST = 0.65;

  private Prose() {}

  /**
   * What the claim has of an item.
   *
   * @param coverage the share of the item's words, 1 for an affirmed name, in [0,1]
   * @param start where the sentence begins in the answer as read
   * @param end where it ends
   */
  record Evidence(double coverage, boolean named, int start, int end) {
    /** Enough to accept where the item is named or nearly all of it said. */
    double value(RuleSettings settings) {
      if (named && coverage == 0) {
        return settings.reject() / 2;
      }
      if (named || coverage >= NEARLY_ALL) {
        return named ? 0.95 : 0.9;
      }
      return coverage >= MOST ? settings.unknown() : settings.reject() * coverage;
    }
  }

  /** Whether an answer is prose rather than a name in a short sentence. */
  static boolean is(String answer) {
    return answer.length() > LEAST;
  }

  /** Whether it is so long that a weak cue somewhere in it decides nothing. */
  static boolean isLong(String answer) {
    return answer.length() > LONG;
  }

  /** The best evidence for an item. */
  static Evidence of(String answer, String question, Required item, List<Span> spans, Asked asked) {
    String echo = NameNormaliser.name(question);
    boolean negative =
        NEGATIVE.matcher(question.substring(Math.max(0, question.length() - ASKS))).find();
    Evidence best = new Evidence(0, false, 0, 0);
    for (int[] sentence : claims(answer)) {
      boolean denied = false;
      for (Span span : spans) {
        if (span.start() >= sentence[0]
            && span.end() <= sentence[1]
            && span.own() >= 0
            && span.own() < asked.owner().length
            && asked.owner()[span.own()] == item.number()) {
          if (negative || affirmed(span.context())) {
            return new Evidence(
                listed(answer, sentence, span) ? 0 : 1, true, span.start(), span.end());
          }
          denied = true;
        }
      }
      if (denied) {
        continue;
      }
      String text = NameNormaliser.name(answer.substring(sentence[0], sentence[1]));
      double coverage =
          item.names().stream()
              .mapToDouble(name -> Overlap.news(name.folded(), text, echo))
              .max()
              .orElse(0);
      if (coverage > best.coverage && !Qualifiers.conflict(item.text(), text)) {
        best = new Evidence(coverage, false, sentence[0], sentence[1]);
      }
    }
    return best;
  }

  /** Whether the name is one of at least four in a list without a conclusion. */
  private static boolean listed(String answer, int[] sentence, Span span) {
    int from = Math.max(sentence[0], span.start() - LIST);
    int to = Math.min(sentence[1], span.end() + LIST);
    int before = run(answer.substring(from, span.start()), true);
    int after = run(answer.substring(span.end(), to), false);
    return before + after >= 3;
  }

  /** How many short pieces between separators stand next to a name on one side. */
  private static int run(String side, boolean before) {
    String[] pieces = SEPARATOR.split(side, -1);
    int count = 0;
    for (int i = 1; i < pieces.length; i++) {
      String piece = (before ? pieces[pieces.length - 1 - i] : pieces[i]).strip();
      String next = (before ? pieces[pieces.length - i] : pieces[i - 1]).strip();
      boolean gap = i == 1 && !next.isEmpty();
      if (gap || piece.isEmpty()) {
        return count;
      }
      if (piece.length() > 40 || piece.split("\\s+").length > 6) {
        // The piece at the list's beginning hangs on its verb: "include A, B …".
        return before ? count + 1 : count;
      }
      count++;
    }
    return count;
  }

  private static boolean affirmed(Mention.Context context) {
    return !context.negated() && !context.historical() && !context.family();
  }

  private static List<int[]> claims(String answer) {
    List<int[]> sentences = new ArrayList<>();
    Matcher ends = END.matcher(answer);
    int from = 0;
    while (from < answer.length()) {
      int to = ends.find() ? ends.end() : answer.length();
      if (!answer.substring(from, to).isBlank()) {
        sentences.add(new int[] {from, to});
      }
      from = to;
    }
    List<int[]> claims = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int[] s = sentences.get(i);
      if ("?？".indexOf(answer.charAt(s[1] - 1)) >= 0) {
        continue;
      }
      if (i < 2
          || i + 1 == sentences.size()
          || CLAIMS.matcher(answer).region(s[0], s[1]).useAnchoringBounds(true).find()) {
        claims.add(s);
      }
    }
    return claims;
  }
}
