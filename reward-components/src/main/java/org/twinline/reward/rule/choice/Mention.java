package org.twinline.reward.rule.choice;

/**
 * An option that an answer names, by label, text or both.
 *
 * @param option its number
 * @param other the option of the text beside the label where that is another one, else −1
 * @param start where it begins in the rewritten answer
 * @param end one past its end
 * @param labelled whether its label is there
 */
record Mention(int option, int other, int start, int end, boolean labelled) {
  boolean contradictory() {
    return other >= 0;
  }
}
