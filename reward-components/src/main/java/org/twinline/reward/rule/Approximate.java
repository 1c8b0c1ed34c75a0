package org.twinline.reward.rule;

import java.util.Optional;
import org.twinline.terminology.Match;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;

/** Links a name that no list has to the concept whose names are most like it. */
final class Approximate {
  /** A looser match is no link; at 0.75 lie siblings such as 急性 and 慢性胰腺炎. */
  private static final double LOOSE = 0.8;

  private final Optional<Terminology> terminology;

  Approximate(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /** The name, linked loosely or not at all. */
  Asserted nearest(String name, int start, int end) {
    Optional<Match> nearest =
        terminology
            .flatMap(known -> known.nearest(name))
            .filter(match -> match.score() >= LOOSE)
            .filter(match -> !Qualifiers.conflict(name, match.designation()));
    if (nearest.isEmpty()) {
      return Asserted.unlinked(name, start, end);
    }
    int ordinal = terminology.orElseThrow().ordinal(nearest.get().concept().id());
    return new Asserted(
        new int[] {ordinal}, NameProfile.of(name), Asserted.Link.LOOSE, -1, start, end);
  }
}
