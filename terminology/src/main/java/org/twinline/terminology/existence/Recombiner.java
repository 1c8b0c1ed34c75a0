package org.twinline.terminology.existence;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Makes names that look real by joining the beginning of one name (a site) with the end of another
 * (a morphology).
 *
 * <p>An end counts where many names have it, a beginning where it stands before at least three such
 * ends. Both are taken from the names given, in their order.
 */
final class Recombiner {
  private static final int LEAST_ENDS = 3;
  private static final int MOST_NAMES = 200_000;

  private final List<String> beginnings;
  private final List<String> ends;
  private final Script script;

  private Recombiner(List<String> beginnings, List<String> ends, Script script) {
    this.beginnings = beginnings;
    this.ends = ends;
    this.script = script;
  }

  /** Takes parts from the names of one script; an end must close one name in 3,000, at least 25. */
  static Recombiner of(List<String> names, Script script) {
    List<String> some = names;
    if (names.size() > MOST_NAMES) {
      some = new ArrayList<>(MOST_NAMES);
      for (long i = 0; i < MOST_NAMES; i++) {
        some.add(names.get((int) (i * names.size() / MOST_NAMES)));
      }
    }
    int least = Math.max(Math.min(25, 2 + some.size() / 400), some.size() / 3000);
    return of(some, script, least);
  }

  /** Takes parts; an end must close at least so many names. */
  static Recombiner of(List<String> names, Script script, int leastNames) {
    int longestEnd = script == Script.UNSPACED ? 5 : 3;
    int longestBeginning = script == Script.UNSPACED ? 6 : 3;
    Tokens tokens = new Tokens();
    Long2IntOpenHashMap counts = new Long2IntOpenHashMap(names.size());
    for (String name : names) {
      int n = tokens.of(name).size();
      for (int length = script.unit; length <= longestEnd && length < n; length++) {
        counts.addTo(Keys.ending(tokens, n - length + 1), 1);
      }
    }
    LinkedHashSet<String> ends = new LinkedHashSet<>();
    Map<String, long[]> beginnings = new LinkedHashMap<>();
    for (String name : names) {
      int n = tokens.of(name).size();
      for (int length = script.unit; length <= longestEnd && length < n; length++) {
        long key = Keys.ending(tokens, n - length + 1);
        if (counts.get(key) >= leastNames) {
          ends.add(name.substring(tokens.from(n - length + 1), tokens.to(n)));
          if (n - length <= longestBeginning) {
            String beginning = name.substring(0, tokens.to(n - length));
            beginnings.merge(beginning, new long[] {key}, Recombiner::with);
          }
        }
      }
    }
    List<String> sites = new ArrayList<>();
    beginnings.forEach(
        (site, keys) -> {
          if (keys.length >= LEAST_ENDS) {
            sites.add(site);
          }
        });
    return new Recombiner(sites, new ArrayList<>(ends), script);
  }

  /** Adds a key unless it is there or there are enough. */
  private static long[] with(long[] keys, long[] one) {
    for (long key : keys) {
      if (key == one[0] || keys.length >= LEAST_ENDS) {
        return keys;
      }
    }
    long[] more = Arrays.copyOf(keys, keys.length + 1);
    more[keys.length] = one[0];
    return more;
  }

  /** Whether nothing can be joined. */
  boolean empty() {
    return beginnings.isEmpty() || ends.isEmpty();
  }

  /** The join with that number; different numbers may give the same. */
  String name(long number) {
    long a = Tokens.mix(number * 2 + 1);
    long b = Tokens.mix(a + 0x9e3779b97f4a7c15L);
    return script.join(
        beginnings.get((int) Long.remainderUnsigned(a, beginnings.size())),
        ends.get((int) Long.remainderUnsigned(b, ends.size())));
  }
}
