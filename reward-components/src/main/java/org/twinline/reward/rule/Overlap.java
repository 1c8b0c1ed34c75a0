package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.twinline.terminology.NameNormaliser;

/**
 * How much of two folded names each finds in the other.
 *
 * <p>Words of an alphabet are found where the other name has the word, its inflection, a spelling
 * of it or what it abbreviates ({@link #alike}); Chinese where the other name has the same two
 * characters in a row. Shares are by characters; words without meaning of their own do not count.
 *
 * @param ofA the share of the first name that the second has, in [0,1]
 * @param ofB the share of the second name that the first has
 */
record Overlap(double ofA, double ofB) {
  private static final Set<String> EMPTY =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "by", "with", "and", "or", "for", "from",
          "due", "type", "use", "is", "are");

  private static final Set<String> WEAK =
      Set.of(
          "infection",
          "disease",
          "syndrome",
          "disorder",
          "condition",
          "administration",
          "therapy",
          "treatment",
          "test",
          "level",
          "levels",
          "ab",
          "antibody",
          "antibodies",
          "patient",
          "sign",
          "since",
          "specific",
          "associated",
          "serum",
          "presence",
          "result");

  private static final int LONG = 5;

  /** The overlap of two folded names. */
  static Overlap of(String a, String b) {
    List<String> wordsA = new ArrayList<>();
    List<String> wordsB = new ArrayList<>();
    split(a, wordsA);
    split(b, wordsB);
    return new Overlap(share(wordsA, wordsB), share(wordsB, wordsA));
  }

  /**
   * Whether each has something that the other lacks, so that one thing stands in another's place.
   */
  boolean substitutes() {
    return ofA < 1 && ofB < 1;
  }

  /**
   * The share of a name that a text has, words of the name that a question has already left out
   * unless it has them all; less than half where the text lacks most of the whole name.
   */
  static double news(String name, String text, String question) {
    List<String> words = new ArrayList<>();
    List<String> said = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    split(name, words);
    split(text, said);
    split(question, asked);
    List<String> fresh =
        words.stream()
            .filter(
                word -> kind(word.charAt(0)) == 1 || asked.stream().noneMatch(a -> alike(word, a)))
            .toList();
    double whole = weighed(words, said);
    return fresh.isEmpty() ? whole / 2 : Math.min(weighed(fresh, said), 0.5 + whole / 2);
  }

  private static double weighed(List<String> words, List<String> said) {
    double all = 0;
    double found = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      double weight = word.length() * (WEAK.contains(word) ? 0.25 : 1);
      all += weight;
      if (kind(word.charAt(0)) == 1) {
        found += weight * covered(word, said) / word.length();
      } else if (said.stream().anyMatch(other -> alike(word, other)) || joined(words, i, said)) {
        found += weight;
      }
    }
    return all == 0 ? 0 : found / all;
  }

  /** Whether the text writes the word as one with its neighbour: gall bladder, gallbladder. */
  private static boolean joined(List<String> words, int i, List<String> said) {
    return (i > 0 && said.contains(words.get(i - 1) + words.get(i)))
        || (i + 1 < words.size() && said.contains(words.get(i) + words.get(i + 1)));
  }

  /** Words of an alphabet, and Chinese as one piece each run. */
  private static void split(String name, List<String> words) {
    int from = 0;
    for (int i = 1; i <= name.length(); i++) {
      if (i == name.length() || kind(name.charAt(i)) != kind(name.charAt(i - 1))) {
        String word = name.substring(from, i);
        if (kind(word.charAt(0)) > 0 && !EMPTY.contains(word)) {
          words.add(word);
        }
        from = i;
      }
    }
  }

  private static int kind(char c) {
    return NameNormaliser.unspaced(c)
        ? 1
        : c >= '0' && c <= '9' ? 2 : NameNormaliser.word(c) ? 3 : 0;
  }

  private static double share(List<String> words, List<String> others) {
    int all = 0;
    int found = 0;
    for (String word : words) {
      all += word.length();
      if (kind(word.charAt(0)) == 1) {
        found += covered(word, others);
      } else if (others.stream().anyMatch(other -> alike(word, other))) {
        found += word.length();
      }
    }
    return all == 0 ? 0 : (double) found / all;
  }

  /** How many characters of a Chinese run are in a pair that some other run has. */
  private static int covered(String run, List<String> others) {
    int covered = 0;
    for (int i = 0; i < run.length(); i++) {
      boolean left = i > 0 && has(others, run.substring(i - 1, i + 1));
      boolean right = i + 1 < run.length() && has(others, run.substring(i, i + 2));
      covered += left || right || (run.length() == 1 && has(others, run)) ? 1 : 0;
    }
    return covered;
  }

  private static boolean has(List<String> others, String pair) {
    return others.stream().anyMatch(other -> other.contains(pair));
  }

  /**
   * Whether two words are one: equal, of one stem (the first {@value #LONG} letters and at least
   * two thirds of the longer), one the other's beginning of at least four letters, or long and
   * apart by one vowel or one letter too many.
   */
  static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (shorter < 4 || kind(a.charAt(0)) != 3 || kind(b.charAt(0)) != 3) {
      return shorter >= 2 && longer == shorter + 1 && (a + "s").equals(b) || (b + "s").equals(a);
    }
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (same == shorter) {
      return true;
    }
    if (same >= LONG && same * 3 >= longer * 2) {
      return true;
    }
    return shorter > LONG && same >= 3 && oneApart(a, b);
  }

  private static boolean oneApart(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    int j = 0;
    while (j < a.length() - i
        && j < b.length() - i
        && a.charAt(a.length() - 1 - j) == b.charAt(b.length() - 1 - j)) {
      j++;
    }
    int left = a.length() - i - j;
    int right = b.length() - i - j;
    return left + right <= 1
        || (left == 1 && right == 1 && vowel(a.charAt(i)) && vowel(b.charAt(i)));
  }

  private static boolean vowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }
}
