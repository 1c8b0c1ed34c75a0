package org.twinline.launcher.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.verdict.RejectionReason;

/** What a finished run prints to stdout. */
final class Summary {
  private Summary() {}

  static void print(RunResult run, Path directory, PrintStream out) {
    LedgerRow total = run.tally().total();
    out.printf(
        Locale.ROOT,
        "%s: read %,d triples, kept %,d, dropped %,d, dead letters %,d (%.1f s)%n",
        run.name(),
        total.read(),
        total.kept(),
        total.droppedTotal(),
        total.deadLettered(),
        run.timing().duration().toMillis() / 1000.0);
    for (Map.Entry<RejectionReason, Long> dropped : total.dropped().entrySet()) {
      out.printf(
          Locale.ROOT, "  dropped %-20s %,9d%n", dropped.getKey().code(), dropped.getValue());
    }
    for (DatasetSummary dataset : run.datasets()) {
      out.printf(
          Locale.ROOT,
          "  %-22s %,9d records  digest %s%n",
          dataset.name() + "/",
          dataset.records(),
          dataset.digest().hex());
    }
    run.warnings().forEach(warning -> out.println("  warning: " + warning));
    out.println("report: " + directory.resolve("report.html"));
  }
}
