package org.twinline.core.flow;

import java.util.List;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;

/**
 * Counts how long texts are, in characters (code points), as figures {@code length.PART.FROM.kept}
 * and {@code length.PART.FROM.dropped}: {@code PART} is {@code question} (the last user turn, once
 * a question, kept where something of it was kept), {@code cot} or {@code answer}; {@code FROM} is
 * the lower bound of a bin.
 *
 * <p>Bounds are 0, 1, 2, 3, 4, 6, 8, 12 … — two to each doubling, so that one scale holds a name
 * and an essay — up to {@value #LAST}, whose bin is open. So a run has at most 252 such figures,
 * whatever it reads.
 */
public final class TextLengths {
  /** The lower bound of the last bin. */
  static final int LAST = 1 << 20;

  private TextLengths() {}

  /** Counts a group after selection: every candidate, the dropped with their rejection. */
  public static void count(Question question, List<Judged> decided, TallyBuilder tally) {
    boolean any = false;
    for (Judged judged : decided) {
      boolean kept = !judged.rejected();
      any |= kept;
      count("cot", judged.candidate().cot(), kept, tally);
      count("answer", judged.candidate().answer(), kept, tally);
    }
    count("question", question.prompt().lastUserContent(), any, tally);
  }

  private static void count(String part, String text, boolean kept, TallyBuilder tally) {
    int from = bin(text.codePointCount(0, text.length()));
    tally.count("length." + part + "." + from + (kept ? ".kept" : ".dropped"), 1);
  }

  /** The lower bound of the bin a length is in. */
  static int bin(int length) {
    if (length < 2) {
      return length;
    }
    int power = Integer.highestOneBit(length);
    return Math.min(LAST, length >= power + power / 2 ? power + power / 2 : power);
  }
}
