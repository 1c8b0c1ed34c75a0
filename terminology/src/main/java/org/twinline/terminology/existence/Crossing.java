package org.twinline.terminology.existence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins the beginning of one name with the end of another, and says which names the join must be
 * judged without, so that its parts are as rare as those of a held-out name.
 *
 * <p>Names are in alphabetical order: those around a name are its siblings. A held-out name is
 * judged without some of them, as it would be if its whole family were missing; a join without
 * those of both its parents, or of none.
 */
final class Crossing {
  private static final int[] SIBLINGS = {0, 2, 6};
  private static final int LONGEST_BEGINNING = 6;
  private static final int LONGEST_END = 5;
  private static final int LEAST_BEGINNING = 3;
  private static final int LEAST_END = 5;

  private final List<String> names;
  private final Script script;
  private final CountTable table;
  private final Tokens tokens = new Tokens();
  private final int[] cuts = new int[LONGEST_BEGINNING + LONGEST_END];

  /** A join and the names it is judged without. */
  record Join(String name, List<String> out) {}

  Crossing(List<String> names, Script script, CountTable table) {
    this.names = names;
    this.script = script;
    this.table = table;
  }

  /** The join with that number, empty where its parents have no parts that occur elsewhere. */
  Optional<Join> join(long number) {
    long a = Tokens.mix(number * 2 + 1);
    long b = Tokens.mix(a + 0x9e3779b97f4a7c15L);
    long c = Tokens.mix(b + 0x9e3779b97f4a7c15L);
    long d = Tokens.mix(c);
    int first = (int) Long.remainderUnsigned(a, names.size());
    int second = (int) Long.remainderUnsigned(b, names.size());
    String beginning = beginning(names.get(first), c);
    String end = end(names.get(second), c >>> 32);
    if (beginning.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    int around = (d & 1) == 0 ? 0 : around(d >>> 1);
    TreeSet<Integer> out = new TreeSet<>();
    addAround(first, around, out);
    addAround(second, around, out);
    return Optional.of(new Join(script.join(beginning, end), named(out)));
  }

  /** The names around one, itself included, that it is judged without. */
  List<String> family(int name) {
    TreeSet<Integer> out = new TreeSet<>();
    addAround(name, around(Tokens.mix(name)), out);
    return named(out);
  }

  private static int around(long hash) {
    return SIBLINGS[(int) Long.remainderUnsigned(hash, SIBLINGS.length)];
  }

  private void addAround(int name, int around, TreeSet<Integer> out) {
    int last = Math.min(names.size() - 1, name + around);
    for (int i = Math.max(0, name - around); i <= last; i++) {
      out.add(i);
    }
  }

  private List<String> named(TreeSet<Integer> ids) {
    List<String> out = new ArrayList<>(ids.size());
    ids.forEach(i -> out.add(names.get(i)));
    return out;
  }

  private String beginning(String name, long hash) {
    int n = tokens.of(name).size();
    int count = 0;
    for (int i = 1; i < n && i <= LONGEST_BEGINNING; i++) {
      if (table.count(Keys.beginning(tokens, i)) >= LEAST_BEGINNING) {
        cuts[count++] = i;
      }
    }
    return count == 0 ? "" : name.substring(0, tokens.to(chosen(count, hash)));
  }

  private String end(String name, long hash) {
    int n = tokens.of(name).size();
    int count = 0;
    for (int i = Math.max(2, n - LONGEST_END + 1); i <= n - script.unit + 1; i++) {
      if (table.count(Keys.ending(tokens, i)) >= LEAST_END) {
        cuts[count++] = i;
      }
    }
    return count == 0 ? "" : name.substring(tokens.from(chosen(count, hash)));
  }

  private int chosen(int count, long hash) {
    return cuts[(int) Long.remainderUnsigned(hash, count)];
  }
}
