package org.twinline.core.flow;

import org.twinline.core.ledger.Tally;
import org.twinline.core.verdict.JudgedGroup;

/**
 * What travels between grouping and writing: a group that is still being judged, a finished record
 * of a dataset, or a part of the account.
 *
 * <p>All three share one stream. A step with several outputs would cut the runner's operator chain
 * and pay a coder for every element (docs/decisions/0003-one-stream.md).
 */
public sealed interface Flow {

  /** A candidate group on its way. */
  record Group(JudgedGroup group) implements Flow {}

  /** A finished record: its dataset's name and its JSON, which holds no line feed. */
  @SuppressWarnings("ArrayRecordComponent") // immutable by convention, compared nowhere
  record Line(String dataset, byte[] json) implements Flow {}

  /** A part of the run's account. */
  record Account(Tally tally) implements Flow {}
}
