package org.twinline.terminology.link;

import java.nio.IntBuffer;
import org.twinline.terminology.store.Sections;

/**
 * One linear classifier for each term that training texts often have, over the marks of its {@link
 * Wording}: what the wording as a whole says, beyond single neighbours.
 *
 * <p>Stored by gram: the classes that it speaks for or against, with weights. Thread-safe.
 */
final class LinearTerms {
  static final int SECTIONS = 7;

  private final GramTable grams;
  private final IntBuffer idf;
  private final IntBuffer starts;
  private final IntBuffer classes;
  private final IntBuffer weights;
  private final IntBuffer terms;
  private final boolean lay;
  private final float unseen;

  LinearTerms(
      boolean lay,
      GramTable grams,
      IntBuffer idf,
      IntBuffer starts,
      IntBuffer classes,
      IntBuffer weights,
      IntBuffer terms) {
    this.grams = grams;
    this.idf = idf;
    this.starts = starts;
    this.classes = classes;
    this.weights = weights;
    this.terms = terms;
    this.lay = lay;
    unseen = lay ? (float) Math.sqrt(8) : 8;
  }

  static LinearTerms read(Sections sections, int first, boolean lay) {
    return new LinearTerms(
        lay,
        GramTable.read(sections, first),
        sections.ints(first + 2),
        sections.ints(first + 3),
        sections.ints(first + 4),
        sections.ints(first + 5),
        sections.ints(first + 6));
  }

  /** How many terms have a classifier. */
  int size() {
    return terms.capacity();
  }

  /** The term of a class. */
  int term(int number) {
    return terms.get(number);
  }

  /** A reader of texts for these classifiers, for one thread. */
  Wording wording() {
    return new Wording(lay);
  }

  /**
   * Writes the margin of every class for a text; a positive one speaks for the term.
   *
   * @param marks the text's {@link #wording}
   */
  void margins(int[] marks, int count, float[] out) {
    java.util.Arrays.fill(out, 0, size(), 0);
    float norm = 1e-6f;
    for (int m = 0; m < count; m++) {
      int number = grams.number(marks[m]);
      float weight = number < 0 ? unseen : Float.intBitsToFloat(idf.get(number));
      norm += weight * weight;
    }
    float scale = (float) (1 / Math.sqrt(norm));
    for (int m = 0; m < count; m++) {
      int number = grams.number(marks[m]);
      if (number >= 0) {
        add(number, Float.intBitsToFloat(idf.get(number)) * scale, out);
      }
    }
    int bias = starts.capacity() - 2;
    add(bias, 1, out);
  }

  private void add(int row, float value, float[] out) {
    for (int e = starts.get(row); e < starts.get(row + 1); e++) {
      out[classes.get(e)] += value * Float.intBitsToFloat(weights.get(e));
    }
  }
}
