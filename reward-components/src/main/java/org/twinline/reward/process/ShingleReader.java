package org.twinline.reward.process;

import java.util.LinkedHashSet;
import java.util.Set;
import org.twinline.core.text.Normalise;

/**
 * The content of a folded text in small pieces: pairs of neighbouring Han characters, numbers, and
 * words of at least four letters that are no function words.
 */
final class ShingleReader {
  private static final int LONG = 4;
  private static final Set<String> FUNCTION =
      Set.of(
          "this",
          "that",
          "with",
          "have",
          "from",
          "they",
          "them",
          "their",
          "there",
          "which",
          "what",
          "when",
          "would",
          "could",
          "should",
          "been",
          "into",
          "like",
          "also",
          "about",
          "some",
          "just",
          "than",
          "then",
          "these",
          "those",
          "were",
          "will",
          "your",
          "only",
          "very",
          "most",
          "more",
          "such",
          "where",
          "following");

  private ShingleReader() {}

  static Set<String> of(String folded) {
    Set<String> shingles = new LinkedHashSet<>();
    int i = 0;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      if (Normalise.isHan(c)) {
        if (i + 1 < folded.length() && Normalise.isHan(folded.charAt(i + 1))) {
          shingles.add(folded.substring(i, i + 2));
        }
        i++;
      } else if (Character.isLetterOrDigit(c)) {
        int end = i + 1;
        while (end < folded.length()
            && !Normalise.isHan(folded.charAt(end))
            && Character.isLetterOrDigit(folded.charAt(end))) {
          end++;
        }
        String word = folded.substring(i, end);
        if (Character.isDigit(c) || (word.length() >= LONG && !FUNCTION.contains(word))) {
          shingles.add(word);
        }
        i = end;
      } else {
        i++;
      }
    }
    return shingles;
  }
}
