package org.twinline.terminology.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One thread's scratch space for {@link GramIndex#search}: nothing per query grows with it. */
final class GramSearcher {
  /** Names whose sums are held at once: 16,384 floats stay in a core's own cache. */
  static final int WINDOW = 1 << 14;

  private final TermsEnum terms;
  private final float[] norms;
  private final Grams grams = new Grams();
  private final BytesRef term = new BytesRef(8);
  private final TermState[] states = new TermState[Grams.MAX];
  private final long[] order = new long[Grams.MAX];
  private final @Nullable PostingsEnum[] postings = new PostingsEnum[Grams.MAX];
  private final float[] weights = new float[Grams.MAX];
  private final int[] docs = new int[Grams.MAX];
  private final int[] rest = new int[Grams.MAX];
  private final float[] sums = new float[WINDOW];
  private final int[] touched = new int[WINDOW + 1];
  private int touchedSize;

  GramSearcher(LeafReader leaf, float[] norms) throws IOException {
    this.norms = norms;
    Terms all = leaf.terms(GramIndex.GRAMS);
    terms = all == null ? TermsEnum.EMPTY : all.iterator();
  }

  int search(CharSequence form, int limit, int[] ids, float[] scores, int budget)
      throws IOException {
    grams.of(form);
    int found = 0;
    double squares = 0;
    for (int i = 0; i < grams.size(); i++) {
      term.length = Grams.encode(grams.key(i), term.bytes);
      int frequency = 0;
      if (terms.seekExact(term)) {
        frequency = terms.docFreq();
        states[i] = terms.termState();
        order[found++] = (long) frequency << 16 | i;
      }
      double weight = weight(frequency, norms.length);
      squares += weight * weight;
    }
    Arrays.sort(order, 0, found);
    int lists = open(found, budget);
    int size = 0;
    int next = lists == 0 ? DocIdSetIterator.NO_MORE_DOCS : 0;
    while (next != DocIdSetIterator.NO_MORE_DOCS) {
      next = window(lists, (next & -WINDOW) + WINDOW);
      size = keep(limit, size, ids, scores);
    }
    return sorted(size, (float) (1 / Math.sqrt(squares)), ids, scores);
  }

  /** Sums up what each list says of the names before {@code end}; the first name after them. */
  private int window(int lists, int end) throws IOException {
    int least = DocIdSetIterator.NO_MORE_DOCS;
    for (int i = 0; i < lists; i++) {
      int doc = docs[i];
      if (doc < end) {
        PostingsEnum list = postings[i];
        float weight = weights[i];
        int size = touchedSize;
        int left = rest[i];
        do {
          int at = doc & (WINDOW - 1);
          float sum = sums[at];
          touched[size] = doc;
          size += sum == 0 ? 1 : 0; // without a branch, which nothing could predict
          sums[at] = sum + weight;
          doc = --left > 0 ? list.nextDoc() : DocIdSetIterator.NO_MORE_DOCS;
        } while (doc < end);
        touchedSize = size;
        rest[i] = left;
        docs[i] = doc;
      }
      least = Math.min(least, doc);
    }
    return least;
  }

  /** The weight of a gram in df of n names: ln(1 + n/df). */
  static double weight(int df, int n) {
    return Math.log1p((double) n / Math.max(1, df));
  }

  /**
   * Chooses the rarest lists that the budget allows; the first is cut where it alone exceeds it.
   */
  private int open(int found, int budget) throws IOException {
    int left = budget;
    int lists = 0;
    while (lists < found && left > 0) {
      int frequency = (int) (order[lists] >>> 16);
      if (frequency > left && lists > 0) {
        break;
      }
      int i = (int) order[lists] & 0xffff;
      term.length = Grams.encode(grams.key(i), term.bytes);
      terms.seekExact(term, states[i]);
      postings[lists] = terms.postings(postings[lists], PostingsEnum.NONE);
      double weight = weight(frequency, norms.length);
      weights[lists] = (float) (weight * weight);
      rest[lists] = Math.min(frequency, left);
      docs[lists] = postings[lists].nextDoc();
      lists++;
      left -= frequency;
    }
    return lists;
  }

  /** Keeps the best of the window in a heap whose root is the worst of them. */
  private int keep(int limit, int before, int[] ids, float[] scores) {
    int size = before;
    float worst = size < limit ? -1 : scores[0];
    for (int t = 0; t < touchedSize; t++) {
      int doc = touched[t];
      int at = doc & (WINDOW - 1);
      float score = sums[at] * norms[doc];
      sums[at] = 0;
      if (score >= worst && (size < limit || before(score, doc, worst, ids[0]))) {
        if (size < limit) {
          ids[size] = doc;
          scores[size] = score;
          up(size++, ids, scores);
        } else {
          ids[0] = doc;
          scores[0] = score;
          down(0, size, ids, scores);
        }
        worst = size < limit ? -1 : scores[0];
      }
    }
    touchedSize = 0;
    return size;
  }

  private static int sorted(int size, float queryNorm, int[] ids, float[] scores) {
    for (int end = size - 1; end > 0; end--) {
      swap(0, end, ids, scores);
      down(0, end, ids, scores);
    }
    for (int i = 0; i < size; i++) {
      scores[i] = Math.min(1, scores[i] * queryNorm);
    }
    return size;
  }

  private static boolean before(float score, int doc, float other, int otherDoc) {
    return score != other ? score > other : doc < otherDoc;
  }

  private static void up(int at, int[] ids, float[] scores) {
    for (int i = at; i > 0; ) {
      int parent = (i - 1) >>> 1;
      if (!before(scores[parent], ids[parent], scores[i], ids[i])) {
        return;
      }
      swap(i, parent, ids, scores);
      i = parent;
    }
  }

  private static void down(int at, int size, int[] ids, float[] scores) {
    for (int i = at; 2 * i + 1 < size; ) {
      int child = 2 * i + 1;
      if (child + 1 < size
          && before(scores[child], ids[child], scores[child + 1], ids[child + 1])) {
        child++;
      }
      if (!before(scores[i], ids[i], scores[child], ids[child])) {
        return;
      }
      swap(i, child, ids, scores);
      i = child;
    }
  }

  private static void swap(int a, int b, int[] ids, float[] scores) {
    int id = ids[a];
    float score = scores[a];
    ids[a] = ids[b];
    scores[a] = scores[b];
    ids[b] = id;
    scores[b] = score;
  }
}
