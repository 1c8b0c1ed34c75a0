package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sites of the body with their synonyms and what they are part of ({@code body-sites.tsv}): 趾 is
 * part of 足, 脊椎 and 脊柱 are one.
 *
 * <p>Thread-safe; one pass over the text.
 */
public final class BodySites {
  private static final BodySites INSTANCE = new BodySites();

  private final WordBits words;
  private final long[][] wholes;
  private final String[][] wider;

  private BodySites() {
    List<String[]> rows = Resource.rows("body-sites.tsv");
    Map<String, Integer> number = new LinkedHashMap<>();
    List<List<String>> names = new ArrayList<>();
    for (String[] row : rows) {
      number.put(row[0], names.size());
      names.add(List.of(row[2].split("\\|")));
    }
    words = new WordBits(names, true);
    wholes = new long[rows.size()][WordBits.LONGS];
    wider = new String[rows.size()][];
    for (int site = 0; site < wholes.length; site++) {
      wider[site] =
          Arrays.stream(rows.get(site)[1].split("\\|"))
              .filter(whole -> !whole.isEmpty())
              .map(whole -> names.get(number.getOrDefault(whole, 0)).get(0))
              .toArray(String[]::new);
      close(site, site, rows, number);
    }
  }

  private void close(int of, int site, List<String[]> rows, Map<String, Integer> number) {
    if ((wholes[of][site >>> 6] >>> (site & 63) & 1) != 0) {
      return;
    }
    wholes[of][site >>> 6] |= 1L << (site & 63);
    for (String whole : rows.get(site)[1].split("\\|")) {
      if (!whole.isEmpty()) {
        Integer at = number.get(whole);
        if (at == null) {
          throw new IllegalStateException("body-sites.tsv: " + whole + " is no site of the table");
        }
        close(of, at, rows, number);
      }
    }
  }

  /** The one table. */
  static BodySites table() {
    return INSTANCE;
  }

  /** Sets the bits of the sites that part of a folded text names. */
  void scan(CharSequence folded, int from, int to, long[] out) {
    words.scan(folded, from, to, out);
  }

  /** Appends the first names of what the sites are directly part of, each after a blank. */
  void appendWider(long[] sites, StringBuilder out) {
    for (int i = 0; i < sites.length; i++) {
      for (long rest = sites[i]; rest != 0; rest &= rest - 1) {
        for (String name : wider[(i << 6) + Long.numberOfTrailingZeros(rest)]) {
          out.append(' ').append(name);
        }
      }
    }
  }

  /** Adds to the sites all they are part of. */
  void close(long[] sites, long[] out) {
    for (int i = 0; i < sites.length; i++) {
      for (long rest = sites[i]; rest != 0; rest &= rest - 1) {
        long[] whole = wholes[(i << 6) + Long.numberOfTrailingZeros(rest)];
        for (int k = 0; k < whole.length; k++) {
          out[k] |= whole[k];
        }
      }
    }
  }
}
