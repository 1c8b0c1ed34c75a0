package org.twinline.terminology.link;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.twinline.terminology.store.Sections;

/**
 * An inverted index over character grams in compressed-sparse-row arrays, for tens of thousands of
 * forms.
 *
 * <p>Cosine of binary gram vectors weighted by {@code idf(g) = ln((1 + N) / (1 + df(g))) + 1}
 * (Salton and Buckley 1988, smoothed). Term at a time, rare grams first, at most {@link #BUDGET}
 * postings a query, which bounds its cost; ties by ascending id. Immutable; {@link #searcher} gives
 * each thread its own accumulators.
 */
public final class GramPostings {
  /** After so many postings no further gram of a query is read. */
  public static final int BUDGET = 400_000;

  static final int SECTIONS = 6;

  private final int size;
  private final GramTable table;
  private final IntBuffer starts;
  private final IntBuffer postings;
  private final IntBuffer idf;
  private final IntBuffer norms;

  private GramPostings(
      GramTable table, IntBuffer starts, IntBuffer postings, IntBuffer idf, IntBuffer norms) {
    this.size = norms.capacity();
    this.table = table;
    this.starts = starts;
    this.postings = postings;
    this.idf = idf;
    this.norms = norms;
  }

  /** Reads what {@link Builder#write} wrote, from six sections beginning at {@code first}. */
  static GramPostings read(Sections sections, int first) {
    return new GramPostings(
        GramTable.read(sections, first),
        sections.ints(first + 2),
        sections.ints(first + 3),
        sections.ints(first + 4),
        sections.ints(first + 5));
  }

  /** How many forms there are. */
  public int size() {
    return size;
  }

  /** A searcher for one thread. */
  public Searcher searcher() {
    return new Searcher(this);
  }

  /** The number of a gram, −1 where no form has it. */
  int number(int gram) {
    return table.number(gram);
  }

  int start(int number) {
    return starts.get(number);
  }

  int end(int number) {
    return starts.get(number + 1);
  }

  int posting(int at) {
    return postings.get(at);
  }

  private float idf(int gram) {
    return Float.intBitsToFloat(idf.get(gram));
  }

  /** Searches with its own accumulators; for one thread. */
  public static final class Searcher implements GramSearch {
    private final GramPostings index;
    private final float[] sums;
    private final int[] touched;
    private final int[] grams = new int[Grams.MAX];
    private final long[] order = new long[Grams.MAX];
    private final TopScores top = new TopScores();
    private byte[] folds = new byte[0];
    private int excluded = -1;

    private Searcher(GramPostings index) {
      this.index = index;
      sums = new float[index.size];
      touched = new int[index.size];
    }

    /** Leaves out the ids whose fold is the excluded one, until called again; −1 for none. */
    void exclude(byte[] foldOfId, int fold) {
      folds = foldOfId;
      excluded = fold;
    }

    @Override
    public int search(CharSequence form, int limit, int[] ids, float[] scores) {
      int n = Grams.of(form, grams);
      double norm = 0;
      int known = 0;
      for (int i = 0; i < n; i++) {
        int gram = index.table.number(grams[i]);
        if (gram < 0) {
          double unseen = StrictMath.log(1 + index.size) + 1;
          norm += unseen * unseen;
          continue;
        }
        int df = index.starts.get(gram + 1) - index.starts.get(gram);
        norm += (double) index.idf(gram) * index.idf(gram);
        order[known++] = ((long) df << 32) | gram;
      }
      Arrays.sort(order, 0, known);
      int reached = 0;
      int left = BUDGET;
      for (int i = 0; i < known && left > 0; i++) {
        int gram = (int) order[i];
        float weight = index.idf(gram) * index.idf(gram);
        int end = index.starts.get(gram + 1);
        left -= (int) (order[i] >>> 32);
        for (int p = index.starts.get(gram); p < end; p++) {
          int id = index.postings.get(p);
          if (sums[id] == 0) {
            touched[reached++] = id;
          }
          sums[id] += weight;
        }
      }
      float scale = (float) (1 / Math.sqrt(norm));
      top.clear(Math.min(limit, Math.min(ids.length, scores.length)));
      for (int i = 0; i < reached; i++) {
        int id = touched[i];
        float score = sums[id] * scale * Float.intBitsToFloat(index.norms.get(id));
        sums[id] = 0;
        if (excluded < 0 || folds[id] != excluded) {
          top.offer(id, score);
        }
      }
      return top.drain(ids, scores);
    }
  }

  /** Collects forms in the order of their ids. */
  public static final class Builder {
    private final GramTable.Builder table = new GramTable.Builder();
    private final int[] grams = new int[Grams.MAX];
    private int[] pairs = new int[1 << 12];
    private int[] ends = new int[1 << 8];
    private int used;
    private int size;

    /** Adds the form with the next id. */
    public Builder add(CharSequence form) {
      int n = Grams.of(form, grams);
      if (used + n > pairs.length) {
        pairs = Arrays.copyOf(pairs, Math.max(pairs.length * 2, used + n));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, size * 2);
      }
      for (int i = 0; i < n; i++) {
        pairs[used++] = table.add(grams[i]);
      }
      ends[size++] = used;
      return this;
    }

    /** The index over the forms added so far. */
    public GramPostings build() {
      int[][] arrays = arrays();
      return new GramPostings(
          table.build(),
          IntBuffer.wrap(arrays[0]),
          IntBuffer.wrap(arrays[1]),
          IntBuffer.wrap(arrays[2]),
          IntBuffer.wrap(arrays[3]));
    }

    /** Adds the index as six sections. */
    void write(Sections.Writer out) {
      table.write(out);
      for (int[] array : arrays()) {
        out.ints(array);
      }
    }

    private int[][] arrays() {
      int[] starts = new int[table.size() + 1];
      for (int i = 0; i < used; i++) {
        starts[pairs[i] + 1]++;
      }
      int[] idf = new int[table.size()];
      for (int g = 0; g < table.size(); g++) {
        idf[g] =
            Float.floatToIntBits(
                (float) (StrictMath.log((1.0 + size) / (1.0 + starts[g + 1])) + 1));
        starts[g + 1] += starts[g];
      }
      int[] postings = new int[used];
      int[] next = Arrays.copyOf(starts, table.size());
      int[] norms = new int[size];
      for (int id = 0, i = 0; id < size; id++) {
        double norm = 0;
        for (; i < ends[id]; i++) {
          postings[next[pairs[i]]++] = id;
          double weight = Float.intBitsToFloat(idf[pairs[i]]);
          norm += weight * weight;
        }
        norms[id] = Float.floatToIntBits(norm > 0 ? (float) (1 / Math.sqrt(norm)) : 0f);
      }
      return new int[][] {starts, postings, idf, norms};
    }
  }
}
