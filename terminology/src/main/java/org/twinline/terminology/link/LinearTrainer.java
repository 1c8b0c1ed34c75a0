package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.store.Sections;

/**
 * Fits {@link LinearTerms}: for each term with at least {@link #LEAST} rows (in lay words for each)
 * a support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008,
 * LIBLINEAR).
 *
 * <p>Coordinates are visited in the order of a hash, each class is fitted by one thread: the result
 * depends on the rows alone.
 */
final class LinearTrainer {
  private static final int LEAST = 3;
  private static final int LEAST_LAY = 1;
  private static final int CLASSES = 1000;
  private static final int ROUNDS = 12;
  private static final double COST = 1;
  private static final double COST_LAY = 0.4;
  private static final float SMALL = 0.02f;
  private static final float SMALL_LAY = 0.01f;

  private final GramTable.Builder table = new GramTable.Builder();
  private final IntArrayList grams = new IntArrayList();
  private final IntArrayList starts = new IntArrayList(new int[] {0});
  private final int[] buffer = new int[Wording.MAX];
  private final java.util.List<IntList> terms = new java.util.ArrayList<>();
  private final Wording wording;
  private final boolean lay;

  LinearTrainer(SemanticType type) {
    lay = Wording.lay(type);
    wording = new Wording(lay);
  }

  /** Adds a row: a text and its matching form, with its terms. */
  void add(String raw, String form, IntList rowTerms) {
    int n = wording.of(raw, form, buffer);
    for (int i = 0; i < n; i++) {
      grams.add(table.add(buffer[i]));
    }
    starts.add(grams.size());
    terms.add(rowTerms);
  }

  /** The fitted parts. */
  Fit fit() {
    int n = terms.size();
    int width = table.size();
    float[] idf = idf(n, width);
    float[] values = values(n, idf);
    int[] order = order(n);
    int[] chosen = classes();
    Machine[] machines =
        IntStream.range(0, chosen.length)
            .parallel()
            .mapToObj(c -> machine(chosen[c], n, width, values, order))
            .toArray(Machine[]::new);
    int[] rows = new int[width + 2];
    for (Machine machine : machines) {
      for (int g : machine.grams) {
        rows[g + 1]++;
      }
    }
    for (int g = 0; g <= width; g++) {
      rows[g + 1] += rows[g];
    }
    int[] classOf = new int[rows[width + 1]];
    int[] weightOf = new int[rows[width + 1]];
    int[] next = rows.clone();
    for (int c = 0; c < machines.length; c++) {
      for (int i = 0; i < machines[c].grams.length; i++) {
        int at = next[machines[c].grams[i]]++;
        classOf[at] = c;
        weightOf[at] = Float.floatToIntBits(machines[c].weights[i]);
      }
    }
    int[] idfBits = new int[width];
    for (int g = 0; g < width; g++) {
      idfBits[g] = Float.floatToIntBits(idf[g]);
    }
    return new Fit(table, lay, new int[][] {idfBits, rows, classOf, weightOf, chosen});
  }

  private float[] idf(int n, int width) {
    int[] df = new int[width];
    for (int i = 0; i < grams.size(); i++) {
      df[grams.getInt(i)]++;
    }
    float[] out = new float[width];
    for (int g = 0; g < width; g++) {
      double idf = StrictMath.log((1.0 + n) / (1.0 + df[g])) + 1;
      out[g] = (float) (lay ? Math.sqrt(idf) : idf);
    }
    return out;
  }

  private float[] values(int n, float[] idf) {
    float[] out = new float[grams.size()];
    for (int r = 0; r < n; r++) {
      float norm = 1e-6f;
      for (int i = starts.getInt(r); i < starts.getInt(r + 1); i++) {
        out[i] = idf[grams.getInt(i)];
        norm += out[i] * out[i];
      }
      float scale = (float) (1 / Math.sqrt(norm));
      for (int i = starts.getInt(r); i < starts.getInt(r + 1); i++) {
        out[i] *= scale;
      }
    }
    return out;
  }

  private static int[] order(int n) {
    long[] keys = new long[n];
    for (int r = 0; r < n; r++) {
      keys[r] = ((long) GramTable.mix(r * 31 + 7) << 32) | r;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The terms with most rows, ties by term. */
  private int[] classes() {
    GramTable.Builder numbers = new GramTable.Builder();
    IntArrayList of = new IntArrayList();
    IntArrayList counts = new IntArrayList();
    for (IntList row : terms) {
      for (int term : row) {
        int number = numbers.add(term);
        if (number == of.size()) {
          of.add(term);
          counts.add(0);
        }
        counts.set(number, counts.getInt(number) + 1);
      }
    }
    return IntStream.range(0, of.size())
        .filter(i -> counts.getInt(i) >= (lay ? LEAST_LAY : LEAST))
        .mapToLong(i -> ((long) -counts.getInt(i) << 32) | of.getInt(i))
        .sorted()
        .limit(CLASSES)
        .mapToInt(key -> (int) key)
        .toArray();
  }

  /**
   * The weights of a class that are not small, by gram; after the last gram comes the constant 1.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Machine(int[] grams, float[] weights) {
    static Machine of(double[] w, float small) {
      IntArrayList grams = new IntArrayList();
      for (int g = 0; g < w.length; g++) {
        if (Math.abs((float) w[g]) >= small) {
          grams.add(g);
        }
      }
      float[] weights = new float[grams.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) w[grams.getInt(i)];
      }
      return new Machine(grams.toIntArray(), weights);
    }
  }

  private Machine machine(int term, int n, int width, float[] values, int[] order) {
    double[] w = new double[width + 1];
    double[] alpha = new double[n];
    boolean[] asleep = new boolean[n];
    int[] gram = grams.elements();
    int[] start = starts.elements();
    double diagonal = 0.5 / (lay ? COST_LAY : COST);
    for (int round = 0; round < ROUNDS; round++) {
      boolean all = round % 4 == 0;
      for (int r : order) {
        if (asleep[r] && !all) {
          continue;
        }
        int y = terms.get(r).contains(term) ? 1 : -1;
        double margin = w[width];
        for (int i = start[r]; i < start[r + 1]; i++) {
          margin += w[gram[i]] * values[i];
        }
        double slope = y * margin - 1 + diagonal * alpha[r];
        asleep[r] = alpha[r] == 0 && slope > 0;
        if (asleep[r]) {
          continue;
        }
        double old = alpha[r];
        alpha[r] = Math.max(0, old - slope / (2 + diagonal));
        double step = (alpha[r] - old) * y;
        for (int i = start[r]; i < start[r + 1]; i++) {
          w[gram[i]] += step * values[i];
        }
        w[width] += step;
      }
    }
    return Machine.of(w, lay ? SMALL_LAY : SMALL);
  }

  /** What was fitted. */
  record Fit(GramTable.Builder grams, boolean lay, int[][] parts) {
    LinearTerms table() {
      return new LinearTerms(
          lay,
          grams.build(),
          IntBuffer.wrap(parts[0]),
          IntBuffer.wrap(parts[1]),
          IntBuffer.wrap(parts[2]),
          IntBuffer.wrap(parts[3]),
          IntBuffer.wrap(parts[4]));
    }

    void write(Sections.Writer out) {
      grams.write(out);
      for (int[] part : parts) {
        out.ints(part);
      }
    }
  }
}
