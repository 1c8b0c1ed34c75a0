package org.twinline.launcher.gate;

import org.twinline.core.Require;

/**
 * A figure with the 95 % interval that its sample leaves open.
 *
 * @param low at most {@code value}
 * @param high at least {@code value}
 * @param n observations; for a count the count itself
 */
record Estimate(double value, double low, double high, long n) {
  /** Two-sided 95 %. */
  static final double Z = 1.959963984540054;

  Estimate {
    Require.argument(
        low <= value && value <= high, "illegal interval: %s not in [%s, %s]", value, low, high);
  }

  /** A count: all there is was counted. */
  static Estimate exact(long count) {
    double value = (double) count;
    return new Estimate(value, value, value, count);
  }

  /**
   * A count as a rate of what happens, for ratios: Byar's approximation of the Poisson limits
   * (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69).
   */
  static Estimate poisson(long count) {
    double up = count + 1.0;
    double low =
        count == 0 ? 0 : count * Math.pow(1 - 1 / (9.0 * count) - Z / (3 * Math.sqrt(count)), 3);
    double high = up * Math.pow(1 - 1 / (9 * up) + Z / (3 * Math.sqrt(up)), 3);
    return new Estimate(count, Math.max(0, low), high, count);
  }

  /** Wilson's score interval (E. B. Wilson, JASA 22, 1927), with the effective n. */
  static Estimate of(Share share) {
    double p = share.value();
    double n = Math.max(1, share.effective());
    double z2 = Z * Z;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return new Estimate(
        p,
        Math.max(0, Math.min(p, middle - half)),
        Math.min(1, Math.max(p, middle + half)),
        share.n());
  }

  /** Mean ± z · deviation ÷ √(effective n), within the range of the bins. */
  static Estimate mean(Distribution values) {
    Distribution.Moments moments = values.moments();
    double half = Z * moments.deviation() / Math.sqrt(Math.max(1, moments.effective()));
    double top = values.bins() == Bins.UNIT ? 1 : Double.MAX_VALUE;
    return new Estimate(
        moments.mean(),
        Math.max(Math.min(0, moments.mean()), moments.mean() - half),
        Math.min(Math.max(top, moments.mean()), moments.mean() + half),
        moments.n());
  }

  /**
   * A quantile with the quantiles at q ± z · √(q (1 − q) ÷ effective n) (the interval by order
   * statistics: David and Nagaraja, Order Statistics, 2003, 7.1).
   */
  static Estimate quantile(Distribution values, double q) {
    double n = Math.max(1, values.moments().effective());
    double half = Z * Math.sqrt(q * (1 - q) / n);
    return new Estimate(
        values.quantile(q),
        values.quantile(Math.max(0, q - half)),
        values.quantile(Math.min(1, q + half)),
        values.moments().n());
  }

  /**
   * This less another: the limits are recovered from those of both (R. G. Newcombe, Statistics in
   * Medicine 17, 1998, method 10; for other than shares Zou and Donner, ibid. 27, 2008).
   */
  Estimate minus(Estimate other) {
    double difference = value - other.value;
    return new Estimate(
        difference,
        difference - Math.hypot(value - low, other.high - other.value),
        difference + Math.hypot(high - value, other.value - other.low),
        n);
  }

  /**
   * This over another, both positive: the limits are recovered from those of both (Donner and Zou,
   * Statistical Methods in Medical Research 21, 2012).
   */
  Estimate over(Estimate other) {
    double a = value;
    double b = other.value;
    double ab = a * b;
    double lowest =
        (ab - root(ab * ab - low * other.high * (2 * a - low) * (2 * b - other.high)))
            / (other.high * (2 * b - other.high));
    double highest =
        (ab + root(ab * ab - high * other.low * (2 * a - high) * (2 * b - other.low)))
            / (other.low * (2 * b - other.low));
    double ratio = a / b;
    boolean open = 2 * b - other.high <= 0 || !Double.isFinite(lowest);
    return new Estimate(
        ratio,
        open ? 0 : Math.max(0, Math.min(ratio, lowest)),
        other.low <= 0 || !Double.isFinite(highest) ? Double.MAX_VALUE : Math.max(ratio, highest),
        Math.min(n, other.n));
  }

  private static double root(double square) {
    return Math.sqrt(Math.max(0, square));
  }
}
