package org.twinline.reward.corrupt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.twinline.core.triple.Language;

/** The tables of phrases and of reversals, read once. */
final class Phrases {
  private static final int PHRASE_COLUMNS = 5;
  private static final int REVERSAL_COLUMNS = 3;

  static final List<Phrase> ALL = phrases();

  /** A word or phrase and one that says the reverse. */
  record Reversal(Language language, String from, String to) {}

  private Phrases() {}

  static List<Phrase> of(Phrase.Kind kind, Language language, Part part) {
    return ALL.stream()
        .filter(p -> p.kind() == kind && p.language() == language && p.part() == part)
        .toList();
  }

  private static List<Phrase> phrases() {
    List<Phrase> all = new ArrayList<>();
    for (String[] cells : rows("phrases.tsv", PHRASE_COLUMNS)) {
      all.add(
          new Phrase(
              cells[0],
              language(cells[1]),
              Phrase.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
              Part.valueOf(cells[3].toUpperCase(Locale.ROOT)),
              cells[4]));
    }
    return List.copyOf(all);
  }

  static List<Reversal> reversals() {
    List<Reversal> all = new ArrayList<>();
    for (String[] cells : rows("reversals.tsv", REVERSAL_COLUMNS)) {
      all.add(new Reversal(language(cells[0]), cells[1], cells[2]));
    }
    return all;
  }

  private static Language language(String text) {
    return Language.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static List<String[]> rows(String file, int columns) {
    List<String[]> rows = new ArrayList<>();
    List<String> lines;
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != columns) {
        throw new IllegalStateException(
            "Cannot read " + file + ", line " + (i + 1) + ": it must have " + columns + " columns");
      }
      rows.add(cells);
    }
    return rows;
  }
}
