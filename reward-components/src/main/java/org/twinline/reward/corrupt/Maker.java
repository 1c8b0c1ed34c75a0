package org.twinline.reward.corrupt;

import java.util.Optional;

/** Makes one kind of corruption of a text, where the text has something to corrupt. */
interface Maker {
  /** The chosen and the rejected text; empty where the kind does not fit. */
  Optional<Pair> make(Case good, Draw draw);

  /** Two texts, the first without the fault. */
  record Pair(String chosen, String rejected) {}
}
