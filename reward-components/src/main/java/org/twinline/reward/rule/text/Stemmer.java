package org.twinline.reward.rule.text;

/** English words without the endings of plural and conjugation; after Porter 1980, step 1 alone. */
final class Stemmer {
  private static final int SHORTEST = 3;

  private Stemmer() {}

  /** The stem of a folded word; a word of another script, or with a digit, is its own stem. */
  static String stem(String word) {
    if (word.length() <= SHORTEST || !plain(word)) {
      return word;
    }
    String stem = plural(word);
    if (stem.endsWith("ing") && stem.length() > 5) {
      stem = restored(stem.substring(0, stem.length() - 3));
    } else if (stem.endsWith("ed") && stem.length() > 4) {
      stem = restored(stem.substring(0, stem.length() - 2));
    }
    return stem.length() > SHORTEST && stem.endsWith("e")
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  private static boolean plain(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static String plural(String word) {
    int n = word.length();
    if (word.endsWith("ies") && n > 4) {
      return word.substring(0, n - 3) + "y";
    }
    if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches")) {
      return word.substring(0, n - 2);
    }
    boolean singular = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return word.endsWith("s") && !singular ? word.substring(0, n - 1) : word;
  }

  /** {@code stopp} is "stop". */
  private static String restored(String stem) {
    int n = stem.length();
    boolean doubled =
        n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "lsz".indexOf(stem.charAt(n - 1)) < 0;
    return doubled ? stem.substring(0, n - 1) : stem;
  }
}
