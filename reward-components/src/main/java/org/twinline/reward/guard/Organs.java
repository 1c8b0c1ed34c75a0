package org.twinline.reward.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.twinline.terminology.NameNormaliser;

/**
 * Organs, the words for their sites, and the diseases that no other organ can have: a cataract is
 * of the lens, so nothing of the pancreas is a cataract; and diseases that several organs share,
 * with the sites of all of them: a prolapse is of the womb or a valve, but not of the spleen. Read
 * from {@code organs.tsv}.
 */
final class Organs {
  private static final List<Organ> ALL = read();

  /**
   * One organ, or what several organs share; names folded.
   *
   * @param shared a disease of several organs with all their sites, no organ of its own
   */
  private record Organ(boolean shared, List<String> sites, List<String> diseases) {}

  private Organs() {}

  /** Whether a folded name puts a disease into an organ that cannot have it. */
  static boolean clash(String name) {
    for (Organ owner : ALL) {
      String disease = longest(name, owner.diseases);
      if (!disease.isEmpty()) {
        int at = name.lastIndexOf(disease);
        // Only in front: what follows is another name.
        String rest = name.substring(0, at);
        boolean home = !longest(rest, owner.sites).isEmpty();
        boolean foreign =
            ALL.stream()
                .anyMatch(o -> o != owner && !o.shared && !longest(rest, o.sites).isEmpty());
        if (foreign && !home) {
          return true;
        }
      }
    }
    return false;
  }

  /** The longest of the words that the name holds, empty where it holds none. */
  private static String longest(String name, List<String> words) {
    String found = "";
    for (String word : words) {
      if (word.length() > found.length() && holds(name, word)) {
        found = word;
      }
    }
    return found;
  }

  private static boolean holds(String name, String word) {
    int at = name.lastIndexOf(word);
    if (at < 0 || NameNormaliser.unspaced(word.charAt(0))) {
      return at >= 0;
    }
    int end = at + word.length();
    return (at == 0 || !NameNormaliser.word(name.charAt(at - 1)))
        && (end == name.length() || !NameNormaliser.word(name.charAt(end)));
  }

  private static List<Organ> read() {
    List<Organ> organs = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(Organs.class.getResourceAsStream("organs.tsv"), "organs.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          organs.add(new Organ(cells[0].equals("shared"), words(cells[1]), words(cells[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read organs.tsv", e);
    }
    return List.copyOf(organs);
  }

  private static List<String> words(String cell) {
    return Stream.of(cell.split("\\|"))
        .filter(word -> !word.isEmpty())
        .map(NameNormaliser::name)
        .toList();
  }
}
