package org.twinline.reward.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;

/** What kinds of things names stand for. */
record Kinds(Optional<Terminology> terminology) {
  private static final Set<SemanticType> DONE =
      EnumSet.of(SemanticType.PROCEDURE, SemanticType.DRUG, SemanticType.EXAM);

  /** Whether the second is something done, and surely not what the first is. */
  boolean doneAbout(int[] first, int[] second) {
    return first.length > 0
        && second.length > 0
        && Arrays.stream(first).noneMatch(c -> DONE.contains(type(c)))
        && Arrays.stream(second).allMatch(c -> DONE.contains(type(c)));
  }

  private SemanticType type(int concept) {
    return terminology.orElseThrow().conceptAt(concept).type();
  }
}
