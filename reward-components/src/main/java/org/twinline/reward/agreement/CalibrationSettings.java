package org.twinline.reward.agreement;

import org.twinline.core.Require;

/**
 * What chosen thresholds must hold.
 *
 * @param acceptPrecision the least share of right answers among the accepted, in (0,1]
 * @param rejectPrecision the least share of wrong answers among the rejected, in (0,1]
 * @param bound what of a share must reach it
 */
public record CalibrationSettings(double acceptPrecision, double rejectPrecision, Bound bound) {

  /** What of an observed share is held against the least. */
  public enum Bound {
    /** The share itself. */
    POINT,
    /** The lower end of its Wilson interval ({@link Proportion#wilson}): surer with few data. */
    WILSON
  }

  /** 0.97 and 0.97, of the share itself. */
  public static final CalibrationSettings DEFAULT =
      new CalibrationSettings(0.97, 0.97, Bound.POINT);

  public CalibrationSettings {
    Require.argument(
        acceptPrecision > 0 && acceptPrecision <= 1,
        "illegal accept precision: %s, must be above 0 and at most 1",
        acceptPrecision);
    Require.argument(
        rejectPrecision > 0 && rejectPrecision <= 1,
        "illegal reject precision: %s, must be above 0 and at most 1",
        rejectPrecision);
  }

  boolean acceptable(Counts counts) {
    return reaches(counts.acceptPrecision(), acceptPrecision);
  }

  boolean rejectable(Counts counts) {
    return reaches(counts.rejectPrecision(), rejectPrecision);
  }

  private boolean reaches(Proportion share, double least) {
    double reached =
        switch (bound) {
          case POINT -> share.value().orElse(0);
          case WILSON -> share.wilson().map(Proportion.Interval::low).orElse(0.0);
        };
    return reached >= least;
  }
}
