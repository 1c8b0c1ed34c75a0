package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that stand above the one that is read, by level. */
final class IndexPath {
  /**
   * A line above others.
   *
   * @param term what it says; empty where it was read badly, so that nothing under it is trusted
   */
  record Above(int level, Optional<IndexTerm> term) {}

  private final List<Above> above = new ArrayList<>();

  /** Forgets everything: a new letter or syllable begins. */
  void clear() {
    above.clear();
  }

  /** Goes to a level; false where the level above it is not there. */
  boolean go(int level, int mainLevel) {
    while (!above.isEmpty() && above.get(above.size() - 1).level() >= level) {
      above.remove(above.size() - 1);
    }
    return above.isEmpty() ? level == mainLevel : above.get(above.size() - 1).level() == level - 1;
  }

  /** Adds the line that was gone to. */
  void add(int level, Optional<IndexTerm> term) {
    above.add(new Above(level, term));
  }

  /**
   * The terms from the last one that can stand alone down to the last line; empty where one of them
   * is not to be trusted.
   */
  Optional<List<IndexTerm>> chain() {
    List<IndexTerm> chain = new ArrayList<>();
    boolean sound = true;
    for (Above line : above) {
      boolean main = line.term().isPresent() && line.term().get().main();
      if (main) {
        chain.clear();
        sound = true;
      }
      sound &= line.term().isPresent();
      line.term().ifPresent(chain::add);
    }
    return sound ? Optional.of(chain) : Optional.empty();
  }
}
