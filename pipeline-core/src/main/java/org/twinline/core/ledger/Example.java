package org.twinline.core.ledger;

import java.util.Comparator;

/**
 * A judged group kept for the report, as JSON. Which groups are examples is decided by a hash of
 * the question id and the seed, so that it does not depend on order.
 *
 * @param line {@code verifiable} or {@code unverifiable}
 * @param rank lower ranks are kept first
 */
public record Example(String line, long rank, String json) implements Comparable<Example> {
  private static final Comparator<Example> ORDER =
      Comparator.comparing(Example::line)
          .thenComparing(Example::rank, Long::compareUnsigned)
          .thenComparing(Example::json);

  @Override
  public int compareTo(Example other) {
    return ORDER.compare(this, other);
  }
}
