package org.twinline.terminology.existence;

/**
 * How often runs of tokens occur, and how likely each token is after and before its neighbours; for
 * one thread.
 */
final class RunEvidence {
  private final Script script;
  private final Counts counts;
  private final int names;

  RunEvidence(Script script, Counts counts, int names) {
    this.script = script;
    this.counts = counts;
    this.names = names;
  }

  void put(Tokens tokens, Row row) {
    for (int length = script.unit; length < script.unit + Keys.ORDERS; length++) {
      runs(tokens, length, row);
    }
    junctions(tokens, row);
  }

  /** Least, second least and mean count (as logarithms), share and number of unseen runs. */
  private void runs(Tokens tokens, int length, Row row) {
    int first = Keys.firstRun(length);
    int last = Keys.lastRun(tokens, length);
    int least = -1;
    int second = -1;
    int unseen = 0;
    double sum = 0;
    for (int i = first; i <= last; i++) {
      int count = counts.of(tokens.gram(i, length));
      unseen += count == 0 ? 1 : 0;
      sum += Counts.log1(count);
      if (least < 0 || count < least) {
        second = least;
        least = count;
      } else if (second < 0 || count < second) {
        second = count;
      }
    }
    int all = Math.max(1, last - first + 1);
    row.put(least < 0 ? -1 : Counts.log1(least));
    row.put(second < 0 ? -1 : Counts.log1(second));
    row.put((double) unseen / all);
    row.put(unseen);
    row.put(sum / all);
  }

  /** Log probabilities of the next token after a unit and of the one before: least and mean. */
  private void junctions(Tokens tokens, Row row) {
    int unit = script.unit;
    int last = tokens.size() + 1 - unit;
    double leastNext = 0;
    double leastBefore = 0;
    double sumNext = 0;
    double sumBefore = 0;
    for (int i = 0; i <= last; i++) {
      int joint = counts.of(tokens.gram(i, unit + 1));
      double next = ratio(joint, unit == 1 && i == 0 ? names : counts.of(tokens.gram(i, unit)));
      double before =
          ratio(joint, unit == 1 && i == last ? names : counts.of(tokens.gram(i + 1, unit)));
      leastNext = Math.min(leastNext, next);
      leastBefore = Math.min(leastBefore, before);
      sumNext += next;
      sumBefore += before;
    }
    int all = Math.max(1, last + 1);
    row.put(leastNext);
    row.put(leastBefore);
    row.put(sumNext / all);
    row.put(sumBefore / all);
  }

  private static double ratio(int joint, int base) {
    return StrictMath.log((joint + 0.1) / (base + 2.0));
  }
}
