package org.twinline.terminology.link;

/**
 * How well sets of terms were found.
 *
 * @param texts how many
 * @param allRight share of texts whose set of terms is exactly the expected one
 * @param precision share of the terms given that were expected (micro)
 * @param recall share of the expected terms that were given (micro)
 * @param candidateRecall share of the expected terms among the candidates
 * @param firstRight share of texts whose best candidate was expected
 */
public record LinkFigures(
    int texts,
    double allRight,
    double precision,
    double recall,
    double candidateRecall,
    double firstRight) {

  /** The harmonic mean of precision and recall, 0 where both are 0. */
  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Counts texts as they come. */
  public static final class Counter {
    private int texts;
    private int allRight;
    private int given;
    private int hits;
    private int expected;
    private int reachable;
    private int first;

    /**
     * Counts a text.
     *
     * @param expectedTerms distinct terms
     * @param givenTerms distinct terms
     * @param candidates all candidates, best first
     */
    public void add(int[] expectedTerms, int[] givenTerms, int[] candidates) {
      int hit = 0;
      for (int term : givenTerms) {
        hit += contains(expectedTerms, term) ? 1 : 0;
      }
      for (int term : expectedTerms) {
        reachable += contains(candidates, term) ? 1 : 0;
      }
      texts++;
      given += givenTerms.length;
      expected += expectedTerms.length;
      hits += hit;
      allRight += hit == givenTerms.length && hit == expectedTerms.length ? 1 : 0;
      first += candidates.length > 0 && contains(expectedTerms, candidates[0]) ? 1 : 0;
    }

    private static boolean contains(int[] terms, int term) {
      for (int one : terms) {
        if (one == term) {
          return true;
        }
      }
      return false;
    }

    /** The figures so far. */
    public LinkFigures figures() {
      return new LinkFigures(
          texts,
          share(allRight, texts),
          share(hits, given),
          share(hits, expected),
          share(reachable, expected),
          share(first, texts));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
