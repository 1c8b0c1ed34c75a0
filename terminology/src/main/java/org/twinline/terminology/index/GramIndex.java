package org.twinline.terminology.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.twinline.core.Require;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.store.Sections;

/**
 * Folded names by their character grams: the candidates that an exact comparison then ranks.
 *
 * <p>A document is the position of a name in what was written. Names are ranked by the cosine of
 * their vectors of distinct {@linkplain Grams grams}, each weighted by its inverse document
 * frequency ln(1 + N/df) (Salton and Buckley 1988), ties by document number. Thread-safe.
 *
 * <p>The cost of a query is bounded. Its grams are taken term at a time, rarest first, until the
 * lists read would exceed {@link #BUDGET} postings; what shares none of the grams read is not
 * found, and a common gram that is not read adds nothing to any score. So a score is the cosine
 * where the budget sufficed and a lower bound of it where it did not.
 */
public final class GramIndex implements AutoCloseable {
  /** How many postings a query may read. Measured in docs/measurements.md. */
  public static final int BUDGET = 20_000;

  static final String GRAMS = "grams";
  static final String NORMS = "norms.bin";

  private final Directory directory;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final float[] norms;
  private final int budget;
  private final ConcurrentLinkedQueue<GramSearcher> idle = new ConcurrentLinkedQueue<>();

  private GramIndex(Path path, int budget) throws IOException {
    this.budget = budget;
    FloatBuffer stored = Sections.open(path.resolve(NORMS)).floats(0);
    norms = new float[stored.capacity()];
    stored.get(norms);
    directory = new MMapDirectory(path);
    reader = DirectoryReader.open(directory);
    if (reader.leaves().size() != 1 || reader.maxDoc() != norms.length) {
      throw new TerminologyException(
          "Cannot open gram index %s: %d segments with %d documents for %d norms; build it again"
              .formatted(path, reader.leaves().size(), reader.maxDoc(), norms.length));
    }
    leaf = reader.leaves().get(0).reader();
  }

  /** Opens the index in a directory. */
  public static GramIndex open(Path path) throws IOException {
    return open(path, BUDGET);
  }

  /**
   * Opens the index in a directory with another budget.
   *
   * @param budget how many postings a query may read, at least 1
   */
  public static GramIndex open(Path path, int budget) throws IOException {
    return new GramIndex(path, budget);
  }

  /**
   * Writes the index of folded names, in their order, into a directory.
   *
   * @param forms at least one
   */
  public static void write(Iterable<? extends CharSequence> forms, Path path) throws IOException {
    GramIndexWriter.write(forms, path);
  }

  /** How many names there are. */
  public int size() {
    return norms.length;
  }

  /**
   * Finds at most {@code limit} names that share grams with the folded form, the most similar
   * first.
   *
   * @param limit from 1 to the length of both arrays
   * @param ids takes the documents
   * @param scores takes their scores, in (0,1]
   * @return how many were found
   */
  public int search(CharSequence form, int limit, int[] ids, float[] scores) {
    return search(form, limit, ids, scores, budget);
  }

  /**
   * The same with another budget.
   *
   * @param budget how many postings may be read, at least 1
   */
  public int search(CharSequence form, int limit, int[] ids, float[] scores, int budget) {
    Require.argument(
        limit >= 1 && limit <= ids.length && limit <= scores.length,
        "illegal limit: %s, must be between 1 and the length of both arrays",
        limit);
    GramSearcher searcher = idle.poll();
    try {
      if (searcher == null) {
        searcher = new GramSearcher(leaf, norms);
      }
      int found = searcher.search(form, limit, ids, scores, budget);
      idle.add(searcher);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
