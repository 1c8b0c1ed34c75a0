package org.twinline.reward.rule;

import java.util.regex.Pattern;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;

/** Names as strings, where no concept helps. */
final class Names {
  private static final int SHORTEST = 2;

  private static final Pattern SUFFIX =
      Pattern.compile("(?<=\\p{IsHan}{2})(?:手术|术|症|病|检查|测定|检测|试验)$");

  private Names() {}

  /**
   * Whether a name of the required item differs from the folded text in British spelling (ae, oe)
   * or in a suffix such as 术 or 症 alone.
   */
  static boolean sameStem(String folded, Required required) {
    String stem = stem(folded);
    return required.names().stream().anyMatch(n -> stem(n.folded()).equals(stem));
  }

  private static String stem(String folded) {
    return SUFFIX.matcher(folded).replaceFirst("").replace("ae", "e").replace("oe", "e");
  }

  /**
   * Whether the folded text ends in a name of the required item at a word boundary, so that the
   * name is its head and what comes before qualifies it.
   */
  static boolean endsWith(String folded, Required required) {
    boolean found = false;
    for (NameProfile name : required.names()) {
      String head = name.folded();
      if (head.length() >= SHORTEST && folded.endsWith(head)) {
        int at = folded.length() - head.length();
        boolean boundary =
            at == 0
                || !NameNormaliser.word(head.charAt(0))
                || !NameNormaliser.word(folded.charAt(at - 1));
        if (boundary && Qualifiers.alienates(folded.substring(0, at))) {
          return false;
        }
        found |= boundary;
      }
    }
    return found;
  }
}
