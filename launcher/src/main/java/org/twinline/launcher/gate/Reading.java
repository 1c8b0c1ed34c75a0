package org.twinline.launcher.gate;

import java.util.Optional;

/**
 * A figure that a check wants of a run or baseline.
 *
 * @param figure empty where there is none
 * @param why there is none
 */
record Reading(Optional<Estimate> figure, String why) {

  static Reading of(Estimate figure) {
    return new Reading(Optional.of(figure), "");
  }

  static Reading none(String why) {
    return new Reading(Optional.empty(), why);
  }

  /**
   * A metric of a cell. What can be counted and is not there is 0; what was never measured is none.
   *
   * @param where the words for the cell: {@code the run}, {@code the baseline}
   */
  static Reading of(Check.Measure measure, Cell cell, String where) {
    Metric metric = measure.metric();
    return switch (metric.kind()) {
      case COUNT -> of(Estimate.exact(cell.counts().getOrDefault(metric.key(), 0L)));
      case SHARE -> share(metric, cell, where);
      case MEAN, QUANTILE -> {
        Distribution values = cell.distributions().get(key(measure));
        if (values == null) {
          yield none(where + " has no " + key(measure));
        }
        yield of(
            metric.kind() == Metric.Kind.MEAN
                ? Estimate.mean(values)
                : Estimate.quantile(values, metric.quantile()));
      }
    };
  }

  private static String key(Check.Measure measure) {
    return measure.metric().ofTriples()
        ? measure.whose().key(measure.metric().key())
        : Whose.KEPT.key(measure.metric().key());
  }

  private static Reading share(Metric metric, Cell cell, String where) {
    Share share = cell.shares().get(metric.key());
    if (share != null) {
      return of(Estimate.of(share));
    }
    // No record was dropped for this reason, so there is no count of it.
    Share all = cell.shares().get(metric.key().replaceFirst("\\..*", ""));
    if (all != null && metric.key().contains(".")) {
      return of(Estimate.of(new Share(0, all.n(), all.n())));
    }
    return none(where + " has nothing to take " + metric.key() + " of");
  }
}
