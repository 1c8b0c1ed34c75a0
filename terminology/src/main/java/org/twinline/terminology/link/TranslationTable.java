package org.twinline.terminology.link;

import java.nio.IntBuffer;
import org.twinline.terminology.store.Sections;

/**
 * How likely a gram of a text is to stand for a gram of a term's name: IBM model 1 (Brown et al.
 * 1993) over {@link Grams}.
 *
 * <p>For each text gram at most {@link #WIDTH} name grams with their probability, best first.
 * Stored as five sections: the gram table of the texts, row starts, name grams, probabilities, and
 * the name grams' own frequencies in a second table. Thread-safe.
 */
final class TranslationTable {
  static final int WIDTH = 24;
  static final int SECTIONS = 8;

  private final GramTable sources;
  private final IntBuffer starts;
  private final IntBuffer grams;
  private final IntBuffer probabilities;
  private final GramTable names;
  private final IntBuffer frequencies;

  TranslationTable(
      GramTable sources,
      IntBuffer starts,
      IntBuffer grams,
      IntBuffer probabilities,
      GramTable names,
      IntBuffer frequencies) {
    this.sources = sources;
    this.starts = starts;
    this.grams = grams;
    this.probabilities = probabilities;
    this.names = names;
    this.frequencies = frequencies;
  }

  static TranslationTable read(Sections sections, int first) {
    return new TranslationTable(
        GramTable.read(sections, first),
        sections.ints(first + 2),
        sections.ints(first + 3),
        sections.ints(first + 4),
        GramTable.read(sections, first + 5),
        sections.ints(first + 7));
  }

  /** The row of a text gram, −1 where training never saw it. */
  int row(int gram) {
    return sources.number(gram);
  }

  int start(int row) {
    return starts.get(row);
  }

  int end(int row) {
    return starts.get(row + 1);
  }

  /** The name gram of an entry. */
  int gram(int entry) {
    return grams.get(entry);
  }

  /** The probability of an entry. */
  float probability(int entry) {
    return Float.intBitsToFloat(probabilities.get(entry));
  }

  /** How often a gram is drawn from the golds' names, whatever the text. */
  float frequency(int gram) {
    int number = names.number(gram);
    return number < 0 ? 1e-6f : Float.intBitsToFloat(frequencies.get(number));
  }
}
