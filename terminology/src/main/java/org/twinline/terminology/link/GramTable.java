package org.twinline.terminology.link;

import java.nio.IntBuffer;
import org.twinline.terminology.store.Sections;

/**
 * Grams numbered in order of insertion, in an open-addressing table with linear probing.
 *
 * <p>Stored as two sections: the grams of the slots and their numbers (−1 where a slot is free).
 * Thread-safe once built.
 */
final class GramTable {
  private final IntBuffer grams;
  private final IntBuffer numbers;
  private final int mask;

  private GramTable(IntBuffer grams, IntBuffer numbers) {
    this.grams = grams;
    this.numbers = numbers;
    mask = numbers.capacity() - 1;
  }

  static GramTable read(Sections sections, int first) {
    return new GramTable(sections.ints(first), sections.ints(first + 1));
  }

  /** The number of a gram, −1 where it is not in the table. */
  int number(int gram) {
    for (int slot = mix(gram) & mask; ; slot = (slot + 1) & mask) {
      int number = numbers.get(slot);
      if (number < 0 || grams.get(slot) == gram) {
        return number;
      }
    }
  }

  static int mix(int gram) {
    int h = gram * 0x9e3779b9;
    return h ^ (h >>> 15);
  }

  /** Numbers grams as they come. */
  static final class Builder {
    private int[] grams = new int[1 << 12];
    private int[] numbers = filled(1 << 12);
    private int size;

    int size() {
      return size;
    }

    /** The number of a gram, a new one where it is new. */
    int add(int gram) {
      int mask = grams.length - 1;
      int slot = mix(gram) & mask;
      while (numbers[slot] >= 0) {
        if (grams[slot] == gram) {
          return numbers[slot];
        }
        slot = (slot + 1) & mask;
      }
      grams[slot] = gram;
      numbers[slot] = size++;
      int number = numbers[slot];
      if (size * 2 > grams.length) {
        grow();
      }
      return number;
    }

    private void grow() {
      int[] oldGrams = grams;
      int[] oldNumbers = numbers;
      grams = new int[oldGrams.length * 2];
      numbers = filled(grams.length);
      int mask = grams.length - 1;
      for (int i = 0; i < oldGrams.length; i++) {
        if (oldNumbers[i] >= 0) {
          int slot = mix(oldGrams[i]) & mask;
          while (numbers[slot] >= 0) {
            slot = (slot + 1) & mask;
          }
          grams[slot] = oldGrams[i];
          numbers[slot] = oldNumbers[i];
        }
      }
    }

    GramTable build() {
      return new GramTable(IntBuffer.wrap(grams), IntBuffer.wrap(numbers));
    }

    void write(Sections.Writer out) {
      out.ints(grams).ints(numbers);
    }

    private static int[] filled(int length) {
      int[] values = new int[length];
      java.util.Arrays.fill(values, -1);
      return values;
    }
  }
}
