package org.twinline.terminology.existence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.twinline.terminology.link.trees.Trees;
import org.twinline.terminology.store.Sections;

/** The model of the names of one script; thread-safe. */
final class ScriptModel {
  /** How many sections {@link #write} adds. */
  static final int SECTIONS = 3 + Trees.SECTIONS;

  private final Script script;
  private final int names;
  private final CountTable table;
  private final Cutoff cutoff;
  private final Trees trees;
  private final ConcurrentLinkedQueue<Evidence> idle = new ConcurrentLinkedQueue<>();

  private ScriptModel(Script script, int names, CountTable table, Cutoff cutoff, Trees trees) {
    this.script = script;
    this.names = names;
    this.table = table;
    this.cutoff = cutoff;
    this.trees = trees;
  }

  /** Reads what {@link #write} wrote, empty where there is no model of the script. */
  static Optional<ScriptModel> read(Sections sections, Script script) {
    int at = script.ordinal() * SECTIONS;
    int names = sections.ints(at).get(0);
    if (names == 0) {
      return Optional.empty();
    }
    var cutoff = sections.doubles(at + 2);
    return Optional.of(
        new ScriptModel(
            script,
            names,
            new CountTable(sections.bytes(at + 1)),
            new Cutoff(cutoff.get(0), cutoff.get(1), cutoff.get(2), cutoff.get(3)),
            Trees.read(sections, at + 3)));
  }

  /** Trains a model and adds it as sections; nothing but empty ones where there is no model. */
  static Optional<Cutoff> write(
      List<String> names, Script script, ExistenceSettings settings, Sections.Writer out) {
    if (names.size() >= settings.leastNames()) {
      byte[] cells = count(names, script);
      CountTable table = new CountTable(ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN));
      Optional<TrainingRows> rows =
          TrainingRows.of(names, script, table, Recombiner.of(names, script), settings.rows());
      if (rows.isPresent()) {
        Cutoff cutoff = rows.get().cutoff(settings.trees(), settings.precision());
        Trees trees = rows.get().fit(settings.trees());
        out.ints(new int[] {names.size()})
            .bytes(cells)
            .doubles(
                new double[] {
                  cutoff.threshold(), cutoff.slope(), cutoff.intercept(), cutoff.recall()
                });
        trees.write(out);
        return Optional.of(cutoff);
      }
    }
    out.ints(new int[] {0});
    for (int i = 1; i < SECTIONS; i++) {
      out.ints(new int[0]);
    }
    return Optional.empty();
  }

  private static byte[] count(List<String> names, Script script) {
    CountTable.Builder counting = new CountTable.Builder();
    Tokens tokens = new Tokens();
    int[] parts = new int[Keys.PARTS];
    for (String name : names) {
      Keys.each(tokens.of(name), script, parts, counting);
    }
    return counting.bytes();
  }

  /** What the model finds about a name that is not in the index. */
  Finding find(String name) {
    Evidence free = idle.poll();
    Evidence evidence = free == null ? new Evidence(script, table, names) : free;
    double score = trees.score(evidence.of(name, List.of()), 0);
    boolean absent = score >= cutoff.threshold();
    Finding finding =
        new Finding(
            absent ? Verdict.ABSENT : Verdict.PLAUSIBLE,
            cutoff.probability(score),
            absent ? evidence.weakest() : List.of());
    idle.add(evidence);
    return finding;
  }

  /** The share of absent names found while training, at the precision asked for. */
  double recall() {
    return cutoff.recall();
  }
}
