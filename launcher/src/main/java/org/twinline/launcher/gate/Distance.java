package org.twinline.launcher.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How far the distribution of a run (p) is from that of the baseline (q).
 *
 * <p>Two samples of one distribution are never equal, and the smaller they are the farther apart.
 * So each distance comes with what chance alone makes of it at 95 %, and with the interval that
 * leaves: for psi and jensen_shannon (√d ∓ √noise)², as their square roots are near a metric, for
 * ks and total_variation d ∓ noise, by the triangle inequality. With n and m effective observations
 * and B bins, (1/n + 1/m) · χ²₀.₉₅(B − 1) is what chance makes of psi (B. Yurdakul, Statistical
 * Properties of the Population Stability Index, Western Michigan University, 2018).
 *
 * <p>Values that have an order are put into about ten bins that are equally full in the baseline;
 * each share is (count + ½) ÷ (n + B/2), so that none is 0. {@code ks} takes the fine bins as they
 * are.
 */
enum Distance {
  /**
   * Population stability index: Σ (p − q) ln(p ÷ q), from 0; customary readings are 0.1 and 0.25
   * (N. Siddiqi, Credit Risk Scorecards, 2006).
   */
  PSI,
  /**
   * Jensen–Shannon divergence in bits, in [0,1]: half of KL(p ‖ m) + KL(q ‖ m), m = (p + q) ÷ 2 (J.
   * Lin, IEEE Trans. Inf. Theory 37, 1991). Near 0 it is psi ÷ (8 ln 2).
   */
  JENSEN_SHANNON,
  /**
   * Kolmogorov–Smirnov: the greatest difference of the distribution functions, in [0,1]; chance
   * makes 1.358 · √(1/n + 1/m) of it (N. Smirnov, Ann. Math. Stat. 19, 1948).
   */
  KS,
  /**
   * Total variation: ½ Σ |p − q|, in [0,1]; chance makes at most ½ √psi of it, by Cauchy and
   * Schwarz.
   */
  TOTAL_VARIATION;

  private static final int FULL_BINS = 10;
  private static final double SMIRNOV = 1.358;
  private static final double LN_2 = Math.log(2);

  /** The word in gate files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be above 1. */
  boolean unbounded() {
    return this == PSI;
  }

  /** The distance of values that have an order. */
  Estimate between(Distribution run, Distribution baseline) {
    double n = run.moments().effective();
    double m = baseline.moments().effective();
    if (this == KS) {
      double noise = SMIRNOV * Math.sqrt(1 / n + 1 / m);
      return linear(smirnov(run, baseline), noise, run.moments().n());
    }
    List<long[]> bins = equallyFull(run, baseline);
    return between(bins, n, m, run.moments().n());
  }

  /** The distance of categories; {@code ks} has none, as they have no order. */
  Estimate between(Categories run, Categories baseline) {
    TreeSet<String> names = new TreeSet<>(run.counts().keySet());
    names.addAll(baseline.counts().keySet());
    List<long[]> bins = new ArrayList<>();
    for (String name : names) {
      bins.add(
          new long[] {
            run.counts().getOrDefault(name, 0L), baseline.counts().getOrDefault(name, 0L)
          });
    }
    return between(bins, run.effective(), baseline.effective(), run.n());
  }

  private Estimate between(List<long[]> bins, double n, double m, long observed) {
    double psiNoise =
        bins.size() < 2
            ? 0
            : (1 / n + 1 / m)
                * new ChiSquaredDistribution(bins.size() - 1.0).inverseCumulativeProbability(0.95);
    double distance = distance(bins);
    return switch (this) {
      case PSI -> squared(distance, psiNoise, observed);
      case JENSEN_SHANNON -> squared(distance, psiNoise / (8 * LN_2), observed);
      case TOTAL_VARIATION, KS -> linear(distance, Math.sqrt(psiNoise) / 2, observed);
    };
  }

  private double distance(List<long[]> bins) {
    double run = bins.size() / 2.0;
    double base = bins.size() / 2.0;
    for (long[] bin : bins) {
      run += bin[0];
      base += bin[1];
    }
    double sum = 0;
    for (long[] bin : bins) {
      double p = (bin[0] + 0.5) / run;
      double q = (bin[1] + 0.5) / base;
      double middle = (p + q) / 2;
      sum +=
          switch (this) {
            case PSI -> (p - q) * Math.log(p / q);
            case JENSEN_SHANNON ->
                (p * Math.log(p / middle) + q * Math.log(q / middle)) / (2 * LN_2);
            case TOTAL_VARIATION, KS -> Math.abs(p - q) / 2;
          };
    }
    return Math.max(0, sum);
  }

  private static double smirnov(Distribution run, Distribution baseline) {
    TreeSet<Integer> bins = new TreeSet<>(run.counts().keySet());
    bins.addAll(baseline.counts().keySet());
    double p = 0;
    double q = 0;
    double most = 0;
    for (int bin : bins) {
      p += run.counts().getOrDefault(bin, 0L) / (double) run.moments().n();
      q += baseline.counts().getOrDefault(bin, 0L) / (double) baseline.moments().n();
      most = Math.max(most, Math.abs(p - q));
    }
    return Math.min(1, most);
  }

  /** Neighbouring fine bins together until each holds a tenth of the baseline; run, baseline. */
  private static List<long[]> equallyFull(Distribution run, Distribution baseline) {
    TreeSet<Integer> fine = new TreeSet<>(run.counts().keySet());
    fine.addAll(baseline.counts().keySet());
    double full = baseline.moments().n() / (double) FULL_BINS;
    List<long[]> bins = new ArrayList<>();
    long[] open = new long[2];
    for (int bin : fine) {
      open[0] += run.counts().getOrDefault(bin, 0L);
      open[1] += baseline.counts().getOrDefault(bin, 0L);
      if (open[1] >= full) {
        bins.add(open);
        open = new long[2];
      }
    }
    if (open[1] * 2 >= full || bins.isEmpty()) {
      bins.add(open);
    } else {
      bins.get(bins.size() - 1)[0] += open[0];
      bins.get(bins.size() - 1)[1] += open[1];
    }
    return bins;
  }

  private static Estimate squared(double distance, double noise, long n) {
    double low = Math.max(0, Math.sqrt(distance) - Math.sqrt(noise));
    double high = Math.sqrt(distance) + Math.sqrt(noise);
    return new Estimate(distance, Math.min(distance, low * low), high * high, n);
  }

  private static Estimate linear(double distance, double noise, long n) {
    return new Estimate(distance, Math.max(0, distance - noise), distance + noise, n);
  }
}
