package org.twinline.core.verdict;

/** Why one triple was dropped, with what was measured. */
public record Rejection(RejectionReason reason, Explanation explanation) {

  /** A rejection explained by its reason alone. */
  public static Rejection of(RejectionReason reason) {
    return new Rejection(reason, Explanation.of(reason.code(), 1));
  }

  /** A rejection with a measured value and arguments. */
  public static Rejection of(RejectionReason reason, double value, String... arguments) {
    return new Rejection(reason, Explanation.of(reason.code(), value, arguments));
  }
}
