package org.twinline.terminology.link;

/**
 * Finds the forms most alike to a form by their character grams.
 *
 * <p>Similarity is the IDF-weighted cosine over the grams of {@link Grams}; results come best
 * first, ties by ascending id. Implementations say what bounds their cost and whether they are
 * thread-safe.
 */
public interface GramSearch {
  /**
   * Fills {@code ids} and {@code scores} (in [0,1]) with at most {@code limit} results.
   *
   * @return how many were found
   */
  int search(CharSequence form, int limit, int[] ids, float[] scores);
}
