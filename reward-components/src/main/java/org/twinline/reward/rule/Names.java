package org.twinline.reward.rule;

import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;

/** Names as strings, where no concept helps. */
final class Names {
  private static final int SHORTEST = 2;

  private Names() {}

  /**
   * Whether the folded text ends in a name of the required item at a word boundary, so that the name
   * is its head and what comes before qualifies it.
   */
  static boolean endsWith(String folded, Required required) {
    for (NameProfile name : required.names()) {
      String head = name.folded();
      if (head.length() >= SHORTEST && folded.endsWith(head)) {
        int at = folded.length() - head.length();
        boolean boundary =
            at == 0
                || !NameNormaliser.word(head.charAt(0))
                || !NameNormaliser.word(folded.charAt(at - 1));
        if (boundary && !Qualifiers.alienates(folded.substring(0, at))) {
          return true;
        }
      }
    }
    return false;
  }
}
