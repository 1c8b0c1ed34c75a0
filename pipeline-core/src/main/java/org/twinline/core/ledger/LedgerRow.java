package org.twinline.core.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.twinline.core.verdict.RejectionReason;

/**
 * The account of one input file, in triples: a line with n candidates reads max(n, 1), an
 * unparsable line reads 1.
 */
public record LedgerRow(
    long read, long kept, Map<RejectionReason, Long> dropped, long deadLettered) {
  public static final LedgerRow EMPTY = new LedgerRow(0, 0, Map.of(), 0);

  public LedgerRow {
    EnumMap<RejectionReason, Long> copy = new EnumMap<>(RejectionReason.class);
    copy.putAll(dropped);
    dropped = Collections.unmodifiableMap(copy);
  }

  /** All drops together. */
  public long droppedTotal() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether read = kept + dropped + dead-lettered. */
  public boolean closes() {
    return read == kept + droppedTotal() + deadLettered;
  }

  /** Both rows together. */
  public LedgerRow plus(LedgerRow other) {
    EnumMap<RejectionReason, Long> sum = new EnumMap<>(RejectionReason.class);
    sum.putAll(dropped);
    other.dropped.forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    return new LedgerRow(
        read + other.read, kept + other.kept, sum, deadLettered + other.deadLettered);
  }
}
