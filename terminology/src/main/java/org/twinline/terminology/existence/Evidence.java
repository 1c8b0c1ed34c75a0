package org.twinline.terminology.existence;

import java.util.List;

/** What speaks for and against the existence of a name, as features; for one thread. */
final class Evidence {
  private final Script script;
  private final Counts counts;
  private final RunEvidence runs;
  private final PairEvidence pairs;
  private final Tokens tokens = new Tokens();
  private final Row row = new Row();

  Evidence(Script script, CountTable table, int names) {
    this.script = script;
    counts = new Counts(table, script);
    runs = new RunEvidence(script, counts, names);
    pairs = new PairEvidence(script, counts, names);
  }

  /** The features of a name as if the index had none of the names {@code out}. */
  float[] of(String name, List<String> out) {
    counts.takeOut(out);
    tokens.of(name);
    row.clear();
    row.put(tokens.size());
    row.put(alphabetic());
    runs.put(tokens, row);
    pairs.put(tokens, row);
    whole();
    return row.values();
  }

  private double alphabetic() {
    int words = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      words += tokens.name().charAt(tokens.from(i)) < 0x2e80 ? 1 : 0;
    }
    return (double) words / Math.max(1, tokens.size());
  }

  /** Names of the same tokens without fillers and qualifiers, and names it begins or ends with. */
  private void whole() {
    int n = tokens.size();
    row.put(Counts.log1(counts.of(Keys.bag(tokens))));
    row.put(Counts.log1(counts.of(Keys.core(tokens))));
    int first = 0;
    int last = 0;
    int inside = 0;
    for (int i = 1; i < n; i++) {
      if (counts.of(Keys.whole(tokens, 1, i)) > 0) {
        first = i;
        inside++;
      }
      if (counts.of(Keys.whole(tokens, n - i + 1, i)) > 0) {
        last = i;
        inside++;
      }
    }
    row.put((double) first / Math.max(1, n));
    row.put((double) last / Math.max(1, n));
    row.put(inside);
  }

  /** The two parts of the name last looked at that go together least; empty where it has one. */
  List<Finding.Part> weakest() {
    return pairs.first() == 0 ? List.of() : List.of(part(pairs.first()), part(pairs.second()));
  }

  private Finding.Part part(int token) {
    return new Finding.Part(tokens.from(token), tokens.to(token + script.unit - 1));
  }
}
