package org.twinline.terminology.existence;

/** The features of one name, put one after the other; for one thread. */
final class Row {
  /** How many features there are. */
  static final int SIZE = 56;

  private final float[] values = new float[SIZE];
  private int at;

  void clear() {
    at = 0;
  }

  void put(double value) {
    values[at++] = (float) value;
  }

  /** The values, {@link #SIZE} of them; valid until the next name. */
  float[] values() {
    if (at != SIZE) {
      throw new IllegalStateException("Cannot use a row of " + at + " features of " + SIZE);
    }
    return values;
  }
}
