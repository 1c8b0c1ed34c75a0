package org.twinline.terminology.link;

import java.util.List;

/**
 * What a text was linked to.
 *
 * @param concepts the answer: best first, at least one where there is any candidate
 * @param mentions the parts of the text with what was weighed for each
 */
public record LinkResult(List<Linked> concepts, List<Part> mentions) {

  public LinkResult {
    concepts = List.copyOf(concepts);
    mentions = List.copyOf(mentions);
  }

  /**
   * A term with its score.
   *
   * @param term its number in {@link Targets}, −1 for one known from training alone
   * @param score in [0,1]: with training the chance that the term belongs to the answer, without it
   *     a similarity
   */
  public record Linked(int term, String code, String name, double score) {}

  /**
   * A part of the text.
   *
   * @param start where its raw text begins
   * @param end where its raw text ends
   * @param candidates best first
   */
  public record Part(int start, int end, List<Linked> candidates) {

    public Part {
      candidates = List.copyOf(candidates);
    }
  }
}
