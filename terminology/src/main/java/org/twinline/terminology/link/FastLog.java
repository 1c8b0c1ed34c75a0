package org.twinline.terminology.link;

/**
 * Natural logarithms from a table over the float's exponent and first 12 bits of its fraction:
 * within 1.3e-4 of the exact value, equal on every machine.
 */
final class FastLog {
  private static final int BITS = 12;
  private static final float[] FRACTION = new float[1 << BITS];
  private static final float LN2 = (float) StrictMath.log(2);

  static {
    for (int i = 0; i < FRACTION.length; i++) {
      FRACTION[i] = (float) StrictMath.log(1 + (i + 0.5) / FRACTION.length);
    }
  }

  private FastLog() {}

  /** The logarithm of a positive, normal number. */
  static float of(float value) {
    int bits = Float.floatToRawIntBits(value);
    return ((bits >>> 23) - 127) * LN2 + FRACTION[(bits >>> (23 - BITS)) & (FRACTION.length - 1)];
  }
}
