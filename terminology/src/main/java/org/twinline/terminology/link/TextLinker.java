package org.twinline.terminology.link;

/** Links texts to terms, by rules or with a trained model. For one thread. */
@FunctionalInterface
public interface TextLinker {
  /**
   * Links a text.
   *
   * @param top how many candidates of each mention to report, at least 1
   */
  LinkResult link(String text, int top);
}
