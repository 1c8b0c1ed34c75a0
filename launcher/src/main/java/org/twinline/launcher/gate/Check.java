package org.twinline.launcher.gate;

import java.util.List;
import java.util.Optional;

/** One check of a gate file. */
record Check(Check.Label label, Check.Subject subject, Check.Slicing slicing, Check.Rule rule) {

  /**
   * What the check is called.
   *
   * @param name unique in its gate
   * @param line in the gate file, from 1
   */
  record Label(String name, int line) {}

  /** What is held against the bounds. */
  sealed interface Subject {
    /** The word in gate files. */
    String kind();

    /** What is measured, in the words of the gate file. */
    String text();
  }

  /** A metric, of some triples where it is of triples. */
  record Measure(Metric metric, Whose whose) {
    @Override
    public String toString() {
      boolean told = metric.ofTriples() && whose != Whose.KEPT;
      return metric.name() + (told ? " of " + whose.word() : "");
    }
  }

  /** The metric itself. */
  record Value(Measure measure) implements Subject {
    @Override
    public String kind() {
      return "value";
    }

    @Override
    public String text() {
      return measure.toString();
    }
  }

  /** One metric over another. */
  record Ratio(Measure measure, Measure over) implements Subject {
    @Override
    public String kind() {
      return "ratio";
    }

    @Override
    public String text() {
      return measure + " over " + over;
    }
  }

  /** A metric less that of the baseline. */
  record Change(Measure measure) implements Subject {
    @Override
    public String kind() {
      return "change";
    }

    @Override
    public String text() {
      return "change of " + measure;
    }
  }

  /** The distance of a distribution from that of the baseline. */
  record Drift(Spread spread, Whose whose, Distance distance) implements Subject {
    @Override
    public String kind() {
      return "drift";
    }

    @Override
    public String text() {
      boolean told = spread.ofTriples() && whose != Whose.KEPT;
      return distance.word() + " of " + spread.name() + (told ? " of " + whose.word() : "");
    }
  }

  /**
   * Which parts of the run are looked at.
   *
   * @param by empty for the whole run
   * @param only these values; all where empty
   */
  record Slicing(Optional<SliceBy> by, List<String> only) {
    Slicing {
      only = List.copyOf(only);
    }
  }

  /**
   * What decides.
   *
   * @param minimum observations, fewer are skipped
   * @param byEstimate whether the estimate decides and not the interval
   */
  record Rule(Bound fail, Bound warn, long minimum, boolean byEstimate) {}
}
