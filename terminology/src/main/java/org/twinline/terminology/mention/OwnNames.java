package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;

/**
 * Finds names that the asker brings in a folded text, whether or not a terminology has them.
 *
 * <p>Commas, brackets and blanks inside a name or its place in the text do not matter. A name that
 * begins or ends with a letter or digit of an alphabet must begin or end a word there, a plural's
 * ending apart.
 */
final class OwnNames {
  private OwnNames() {}

  /** Start, end (folded) and position of every occurrence, also overlapping ones. */
  static IntArrayList find(Folded text, List<String> folded) {
    IntArrayList hits = new IntArrayList();
    for (int own = 0; own < folded.size(); own++) {
      String name = folded.get(own);
      if (name.isEmpty()) {
        continue;
      }
      for (int start = 0; start < text.length(); start++) {
        int end = text.at(start) == name.charAt(0) ? end(text, start, name) : -1;
        if (end >= 0) {
          hits.add(start);
          hits.add(end);
          hits.add(own);
        }
      }
    }
    return hits;
  }

  private static int end(Folded text, int start, String name) {
    if (NameNormaliser.word(name.charAt(0))
        && start > 0
        && NameNormaliser.word(text.at(start - 1))) {
      return -1;
    }
    int at = start;
    for (int i = 0; i < name.length(); ) {
      if (at < text.length() && text.at(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (at < text.length() && separates(text.at(at))) {
        i += name.charAt(i) == ' ' ? 1 : 0;
        at++;
      } else if (name.charAt(i) == ' ') {
        i++;
      } else {
        return -1;
      }
    }
    if (!NameNormaliser.word(name.charAt(name.length() - 1))) {
      return at;
    }
    for (int more = 0; more <= 2; more++) {
      if (at + more >= text.length() || !NameNormaliser.word(text.at(at + more))) {
        return more == 0 || plural(text, at, more) ? at + more : -1;
      }
    }
    return -1;
  }

  private static boolean plural(Folded text, int at, int letters) {
    return text.at(at + letters - 1) == 's' && (letters == 1 || text.at(at) == 'e');
  }

  private static boolean separates(char c) {
    return c == ' ' || c == NameNormaliser.COMMA || c == NameNormaliser.LIST;
  }
}
