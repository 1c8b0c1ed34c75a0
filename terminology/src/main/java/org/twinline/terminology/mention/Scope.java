package org.twinline.terminology.mention;

import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;

/** One context while a text is read: whether it reaches what comes next. */
final class Scope {
  /** What ends an active context, each ended also by what ends the next. */
  enum Extent {
    CLAUSE,
    SENTENCE,
    SECTION
  }

  /** Whether a second mention needs more than nearness: a bare enumeration. */
  private final boolean strict;

  /** Where the context was last renewed, −1 where it is not active. */
  private int anchor = -1;

  private int reach;
  private Extent extent = Extent.CLAUSE;
  private boolean list;

  /** Whether no mention has been reached yet. */
  private boolean fresh;

  /** Where a cue stands that takes what precedes if nothing follows it, or −1. */
  private int undecided = -1;

  Scope(boolean strict) {
    this.strict = strict;
  }

  /** Reaches what follows a cue's end; the reach is in folded characters. */
  void begin(int end, int reach, Extent extent, boolean list) {
    anchor = end;
    this.reach = reach;
    this.extent = extent;
    this.list = list;
    fresh = true;
    undecided = -1;
  }

  void orElseBehind(int cue) {
    undecided = cue;
  }

  int undecided() {
    return undecided;
  }

  void decided() {
    undecided = -1;
  }

  void end() {
    anchor = -1;
  }

  /** Whether the context has begun an enumeration that may go on over commas. */
  boolean goesOnOverCommas() {
    return anchor >= 0 && list && !fresh;
  }

  /** Ends a context that reaches no further than that. */
  void endWithin(Extent boundary) {
    if (extent.compareTo(boundary) <= 0) {
      anchor = -1;
    }
  }

  /** Whether the cue that began the context ends right there, so that another cue belongs to it. */
  boolean fromCueTo(int at) {
    return anchor >= 0 && fresh && at - anchor <= 2;
  }

  /** Goes on from there: over a word that belongs to the cue, or over a comma. */
  void move(int at) {
    anchor = at;
  }

  /** Whether the context takes a mention, from which it then goes on. */
  boolean takes(Folded text, int start, int end) {
    if (anchor < 0) {
      return false;
    }
    boolean near =
        extent != Extent.CLAUSE
            || start - anchor <= reach(text, anchor, start, reach)
                && (fresh || !strict || Joiners.only(text, anchor, start));
    if (near) {
      anchor = end;
      fresh = false;
      undecided = -1;
    }
    return near;
  }

  /** A reach in Chinese characters, three times as long in letters. */
  static int reach(Folded text, int from, int to, int reach) {
    boolean chinese = to > from && NameNormaliser.unspaced(text.at((from + to) / 2));
    return chinese ? reach : reach * 16 / 5;
  }
}
