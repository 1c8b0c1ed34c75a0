package org.twinline.reward.consistency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.Require;
import org.twinline.core.text.Normalise;

/**
 * The words of a text that tell what it is about: pairs of Han characters, numbers, and words of at
 * least four letters that are not in {@code common-words.txt}, without a plural's s.
 */
public final class TellingWords {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z'-]{3,}|\\d+(?:\\.\\d+)?%?");
  private static final Set<String> COMMON = common();

  private TellingWords() {}

  private static Set<String> common() {
    try (InputStream in = TellingWords.class.getResourceAsStream("common-words.txt")) {
      Require.argument(in != null, "Cannot find common-words.txt beside %s", TellingWords.class);
      Set<String> words = new HashSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(Set.of(line.split(" "))));
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read common-words.txt", e);
    }
  }

  /** Whether a text has such words. */
  public static boolean anyIn(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Normalise.isHan(text.charAt(i)) && Normalise.isHan(text.charAt(i + 1))) {
        return true;
      }
    }
    return !of(text).isEmpty();
  }

  /** The words of a text, in order. */
  public static Set<String> of(String text) {
    String folded = Normalise.key(text).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(folded)
        .results()
        .map(match -> match.group())
        .filter(word -> !COMMON.contains(word))
        .forEach(word -> words.add(singular(word)));
    for (int i = 0; i + 1 < folded.length(); i++) {
      if (Normalise.isHan(folded.charAt(i)) && Normalise.isHan(folded.charAt(i + 1))) {
        words.add(folded.substring(i, i + 2));
      }
    }
    return words;
  }

  private static String singular(String word) {
    return word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
