package org.twinline.launcher.gate;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.CheckedYaml;

/**
 * Names that only a run can tell from misspellings: scores of models with dimensions of their own,
 * and models. A check that is skipped for ever because its metric is misspelt would guard nothing.
 */
final class KnownNames {
  private static final String SCORE = "score.";
  private static final String OVERLAP = "training_overlap.";

  private KnownNames() {}

  /**
   * Looks for names that neither the documents, nor the run, nor the baseline know.
   *
   * @throws Failure naming the first, with the line of its check
   */
  static void check(GateFile gate, Sketch run, Optional<Sketch> baseline) {
    NavigableSet<String> known = new TreeSet<>();
    Vocabulary.SCORES.forEach(name -> known.add(SCORE + name));
    known(run, known);
    baseline.ifPresent(sketch -> known(sketch, known));
    for (Check check : gate.checks()) {
      Check.Subject subject = check.subject();
      if (subject instanceof Check.Value value) {
        known(gate, check, value.measure().metric().key(), known);
      } else if (subject instanceof Check.Change change) {
        known(gate, check, change.measure().metric().key(), known);
      } else if (subject instanceof Check.Ratio ratio) {
        known(gate, check, ratio.measure().metric().key(), known);
        known(gate, check, ratio.over().metric().key(), known);
      } else if (subject instanceof Check.Drift drift) {
        known(gate, check, drift.spread().name(), known);
      }
    }
  }

  private static void known(Sketch sketch, NavigableSet<String> known) {
    Cell cell = sketch.cell(Slice.RUN).orElse(Cell.EMPTY);
    cell.distributions().keySet().stream()
        .filter(key -> key.startsWith("all." + SCORE))
        .forEach(key -> known.add(key.substring("all.".length())));
    cell.counts().keySet().stream().filter(key -> key.startsWith(OVERLAP)).forEach(known::add);
  }

  private static void known(GateFile gate, Check check, String key, NavigableSet<String> known) {
    for (String kind : new String[] {SCORE, OVERLAP}) {
      if (key.startsWith(kind) && !known.contains(key)) {
        NavigableSet<String> alike = new TreeSet<>();
        known.stream().filter(name -> name.startsWith(kind)).forEach(alike::add);
        throw new Failure(
            ExitCode.USAGE,
            gate.path()
                + ":"
                + check.label().line()
                + ": the run knows no "
                + CheckedYaml.quoted(key)
                + CheckedYaml.asked(key, alike),
            "");
      }
    }
  }
}
