package org.twinline.launcher.gate;

import java.util.Comparator;

/**
 * A part of a run, or the whole of it.
 *
 * @param by the word of a {@link SliceBy}; empty for the whole run
 * @param value for example {@code drug}; empty for the whole run
 */
record Slice(String by, String value) implements Comparable<Slice> {
  /** The whole run. */
  static final Slice RUN = new Slice("", "");

  /** Records that say nothing of the kind. */
  static final String UNKNOWN = "unknown";

  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::by).thenComparing(Slice::value);

  static Slice of(SliceBy by, String value) {
    return new Slice(by.word(), value);
  }

  boolean whole() {
    return by.isEmpty();
  }

  @Override
  public int compareTo(Slice that) {
    return ORDER.compare(this, that);
  }

  /** {@code task drug}; empty for the whole run. */
  @Override
  public String toString() {
    return whole() ? "" : by + " " + value;
  }
}
