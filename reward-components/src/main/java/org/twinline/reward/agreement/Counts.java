package org.twinline.reward.agreement;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.twinline.core.verdict.Decision;

/** Labels against decisions, counted. */
public record Counts(Row right, Row wrong) {

  /** What was decided of the answers of one label. */
  public record Row(long accepted, long unsure, long rejected) {
    /** All of the label. */
    public long total() {
      return accepted + unsure + rejected;
    }

    Row plus(Row other) {
      return new Row(accepted + other.accepted, unsure + other.unsure, rejected + other.rejected);
    }
  }

  static final Counts NONE = new Counts(new Row(0, 0, 0), new Row(0, 0, 0));

  /** Counts what a rule of decision makes of labelled answers. */
  static Counts of(
      Collection<LabelledAnswer> answers, Function<LabelledAnswer, Decision> decision) {
    long[][] n = new long[Label.values().length][Decision.values().length];
    for (LabelledAnswer answer : answers) {
      n[answer.label().ordinal()][decision.apply(answer).ordinal()]++;
    }
    return new Counts(row(n[Label.RIGHT.ordinal()]), row(n[Label.WRONG.ordinal()]));
  }

  private static Row row(long[] n) {
    return new Row(
        n[Decision.ACCEPT.ordinal()], n[Decision.UNSURE.ordinal()], n[Decision.REJECT.ordinal()]);
  }

  Counts plus(Counts other) {
    return new Counts(right.plus(other.right), wrong.plus(other.wrong));
  }

  /** All answers. */
  public long total() {
    return right.total() + wrong.total();
  }

  /** Answers that were accepted or rejected. */
  public long decided() {
    return total() - right.unsure - wrong.unsure;
  }

  private long agreed() {
    return right.accepted + wrong.rejected;
  }

  /** Agreement with the labels, unsure counted as wrong. */
  public Proportion accuracy() {
    return new Proportion(agreed(), total());
  }

  /** Agreement with the labels among the decided. */
  public Proportion decidedAccuracy() {
    return new Proportion(agreed(), decided());
  }

  /** The decided among all. */
  public Proportion coverage() {
    return new Proportion(decided(), total());
  }

  /** The accepted among the wrong answers. */
  public Proportion falseAccepts() {
    return new Proportion(wrong.accepted, wrong.total());
  }

  /** The rejected among the right answers. */
  public Proportion falseRejects() {
    return new Proportion(right.rejected, right.total());
  }

  /** The right among the accepted answers. */
  public Proportion acceptPrecision() {
    return new Proportion(right.accepted, right.accepted + wrong.accepted);
  }

  /** The wrong among the rejected answers. */
  public Proportion rejectPrecision() {
    return new Proportion(wrong.rejected, right.rejected + wrong.rejected);
  }

  /** Cohen's κ of the decided answers: right and wrong against accepted and rejected. */
  public OptionalDouble decidedKappa() {
    return Kappa.of(
        new long[][] {{right.accepted, right.rejected}, {wrong.accepted, wrong.rejected}});
  }

  /**
   * Cohen's κ of all answers over three classes: right or accepted, wrong or rejected, and unsure,
   * which people never say. So each unsure answer is a disagreement.
   */
  public OptionalDouble kappa() {
    return Kappa.of(
        new long[][] {
          {right.accepted, right.rejected, right.unsure},
          {wrong.accepted, wrong.rejected, wrong.unsure},
          {0, 0, 0}
        });
  }
}
