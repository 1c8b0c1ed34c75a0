package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.store.NameTable;

/**
 * How the Chinese names of a dictionary begin, go on and end, character by character: so a place
 * where one name ends and another begins is told from the inside of a name.
 *
 * <p>With c₀c₁ the characters before a place and c₂ the one behind it, the log odds of a boundary
 * are ln P(end | c₀c₁) + ln P(c₂ begins a name) − ln (P(c₂ | c₁) (1 − P(end | c₀c₁))): a bigram
 * model of names whose estimates are backed off to single characters with the weight of two
 * observations. About a second for a million names; immutable afterwards.
 */
final class NameShape {
  private static final double BACK_OFF = 2;

  private final int[] singles = new int[1 << 16];
  private final int[] beginnings = new int[1 << 16];
  private final int[] endings = new int[1 << 16];
  private final Int2IntOpenHashMap pairs = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap pairEndings = new Int2IntOpenHashMap();
  private final int longest;
  private long characters;
  private int names;

  NameShape(NameTable table) {
    int most = 0;
    for (int i = 0; i < table.size(); i++) {
      String name = NameNormaliser.name(table.shown(i));
      most = Math.max(most, name.length());
      if (name.length() >= 2 && NameNormaliser.unspaced(name.charAt(0))) {
        add(name);
      }
    }
    longest = most;
  }

  private void add(String name) {
    names++;
    beginnings[name.charAt(0)]++;
    endings[name.charAt(name.length() - 1)]++;
    pairEndings.addTo(pair(name.charAt(name.length() - 2), name.charAt(name.length() - 1)), 1);
    for (int i = 0; i < name.length(); i++) {
      singles[name.charAt(i)]++;
      characters++;
      if (i > 0) {
        pairs.addTo(pair(name.charAt(i - 1), name.charAt(i)), 1);
      }
    }
  }

  private static int pair(char a, char b) {
    return a << 16 | b;
  }

  /** The length of the longest name. */
  int longest() {
    return longest;
  }

  /** The probability that a name ends behind two characters. */
  double ends(char before, char last) {
    double single = (endings[last] + 0.1) / (singles[last] + 1.0);
    int pair = pair(before, last);
    return (pairEndings.get(pair) + BACK_OFF * single) / (pairs.get(pair) + BACK_OFF);
  }

  /** The log odds that a name ends behind two characters and another begins with the third. */
  double boundary(char before, char last, char next) {
    double ends = ends(before, last);
    double begins = (beginnings[next] + 0.1) / (names + 1.0);
    double chance = (singles[next] + 0.5) / (characters + 1.0);
    double goesOn = (pairs.get(pair(last, next)) + BACK_OFF * chance) / (singles[last] + BACK_OFF);
    return Math.log(ends) + Math.log(begins) - Math.log(goesOn * (1 - ends) + 1e-9);
  }
}
