package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What qualifies a name: side, course, stage, grade, type, extent, number, approach, salt and so on
 * ({@code attributes.tsv}), as one bit per value.
 *
 * <p>Thread-safe; one pass over the text.
 */
public final class Attributes {
  /** Neither names the attribute. */
  static final int ABSENT = 0;

  /** Both name it and share a value. */
  static final int AGREE = 1;

  /** Both name it and share no value. */
  static final int CONFLICT = 2;

  /** Only the term names it. */
  static final int TERM_ONLY = 3;

  /** Only the text names it. */
  static final int TEXT_ONLY = 4;

  private static final Attributes INSTANCE = new Attributes();

  private final List<String> names;
  private final long[][] masks;
  private final WordBits words;

  private Attributes() {
    Map<String, List<Integer>> bits = new LinkedHashMap<>();
    List<List<String>> values = new ArrayList<>();
    for (String[] row : Resource.rows("attributes.tsv")) {
      bits.computeIfAbsent(row[0], a -> new ArrayList<>()).add(values.size());
      values.add(List.of(row[2].split("\\|")));
    }
    names = List.copyOf(bits.keySet());
    masks = new long[names.size()][WordBits.LONGS];
    for (int a = 0; a < names.size(); a++) {
      for (int bit : bits.getOrDefault(names.get(a), List.of())) {
        masks[a][bit >>> 6] |= 1L << (bit & 63);
      }
    }
    words = new WordBits(values, false);
  }

  /** The one table. */
  static Attributes table() {
    return INSTANCE;
  }

  /** The attributes' names, in the table's order. */
  List<String> names() {
    return names;
  }

  /**
   * Sets the bits of what part of a folded text says; {@code out} is {@code WordBits.LONGS} long.
   */
  void scan(CharSequence folded, int from, int to, long[] out) {
    words.scan(folded, from, to, out);
  }

  /** How text and term compare on one attribute: one of the five constants. */
  int compare(int attribute, long[] text, long[] term) {
    boolean inText = false;
    boolean inTerm = false;
    boolean both = false;
    long[] mask = masks[attribute];
    for (int i = 0; i < mask.length; i++) {
      long a = text[i] & mask[i];
      long b = term[i] & mask[i];
      inText |= a != 0;
      inTerm |= b != 0;
      both |= (a & b) != 0;
    }
    if (both) {
      return AGREE;
    }
    if (inText) {
      return inTerm ? CONFLICT : TEXT_ONLY;
    }
    return inTerm ? TERM_ONLY : ABSENT;
  }
}
