package org.twinline.launcher.gate;

import org.twinline.core.Require;

/**
 * How many of how many.
 *
 * @param hits at most {@code n}
 * @param n observations
 * @param effective how many independent observations would tell as much: fewer than {@code n} where
 *     candidates of one question resemble each other (Kish, Survey Sampling, 1965: n over the
 *     design effect); at most {@code n}
 */
record Share(long hits, long n, double effective) {
  Share {
    Require.argument(hits >= 0 && hits <= n, "illegal share: %s of %s", hits, n);
    Require.inRange("effective n", effective, 0, (double) n);
  }

  double value() {
    return n == 0 ? 0 : (double) hits / n;
  }
}
