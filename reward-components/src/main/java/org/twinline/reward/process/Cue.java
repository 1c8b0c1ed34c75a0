package org.twinline.reward.process;

import java.util.List;

/**
 * Words that speak for an action.
 *
 * @param action what they speak for; fillers speak for none and have no action here
 * @param weight how strongly, may be negative
 * @param parts what must stand in the step in this order, folded; one or two
 */
record Cue(ThinkingAction action, double weight, Place place, List<String> parts) {
  /** Where in the step the first part stands. */
  enum Place {
    ANY,
    /** At its beginning, behind list marks and fillers. */
    START,
    /** At its end, before closing marks. */
    END
  }
}
