package org.twinline.reward.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.twinline.core.triple.Language;

/** The tables of sentences, each read once. */
final class Sentences {
  private static final int COLUMNS = 4;
  private static final String NONE = "-";

  /** What the rules were made to stand. */
  static final List<Sentence> FIRST = read("sentences.tsv");

  /** The same kinds in other words, written before the rules were looked at again. */
  static final List<Sentence> REWORDED = read("reworded.tsv");

  private Sentences() {}

  private static List<Sentence> read(String file) {
    List<Sentence> all = new ArrayList<>();
    List<String> lines;
    try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file)) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    int form = 0;
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != COLUMNS) {
        throw new IllegalStateException(
            "Cannot read " + file + ", line " + (i + 2) + ": it must have four columns");
      }
      form = all.isEmpty() || !all.get(all.size() - 1).kind().equals(cells[0]) ? 1 : form + 1;
      Expectation expectation = cells[1].equals("trick") ? Expectation.TRICK : Expectation.HONEST;
      for (Language language : List.of(Language.ZH, Language.EN)) {
        String text = cells[language == Language.ZH ? 2 : 3];
        if (!text.equals(NONE)) {
          all.add(
              new Sentence(
                  cells[0], Integer.toString(form), expectation, language, unescaped(text)));
        }
      }
    }
    return List.copyOf(all);
  }

  /** {@code \n} and {@code \\uXXXX} are escapes; {@code \boxed} is itself. */
  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\n", i)) {
        out.append('\n');
        i++;
      } else if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
