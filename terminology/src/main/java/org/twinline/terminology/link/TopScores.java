package org.twinline.terminology.link;

/** The best few of many (score, id) pairs: higher scores first, ties by ascending id. */
final class TopScores {
  private int[] ids = new int[64];
  private float[] scores = new float[64];
  private int limit;
  private int size;

  /** Forgets everything and keeps at most so many from now on. */
  void clear(int newLimit) {
    limit = newLimit;
    size = 0;
    if (ids.length < limit) {
      ids = new int[limit];
      scores = new float[limit];
    }
  }

  /** Adds a pair; the worst falls out where there are too many. */
  void offer(int id, float score) {
    if (size < limit) {
      up(size++, id, score);
    } else if (limit > 0 && worse(scores[0], ids[0], score, id)) {
      down(0, id, score);
    }
  }

  /** Moves the pairs out, best first. */
  int drain(int[] outIds, float[] outScores) {
    int n = size;
    for (int i = n - 1; i >= 0; i--) {
      outIds[i] = ids[0];
      outScores[i] = scores[0];
      size--;
      if (size > 0) {
        down(0, ids[size], scores[size]);
      }
    }
    return n;
  }

  private static boolean worse(float score, int id, float otherScore, int otherId) {
    return score < otherScore || (score == otherScore && id > otherId);
  }

  private void up(int from, int id, float score) {
    int i = from;
    while (i > 0) {
      int parent = (i - 1) >>> 1;
      if (!worse(score, id, scores[parent], ids[parent])) {
        break;
      }
      ids[i] = ids[parent];
      scores[i] = scores[parent];
      i = parent;
    }
    ids[i] = id;
    scores[i] = score;
  }

  private void down(int from, int id, float score) {
    int i = from;
    for (int child = 2 * i + 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && worse(scores[child + 1], ids[child + 1], scores[child], ids[child])) {
        child++;
      }
      if (!worse(scores[child], ids[child], score, id)) {
        break;
      }
      ids[i] = ids[child];
      scores[i] = scores[child];
      i = child;
    }
    ids[i] = id;
    scores[i] = score;
  }
}
