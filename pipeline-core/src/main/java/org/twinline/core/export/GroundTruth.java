package org.twinline.core.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.twinline.core.json.ReferenceCodec;
import org.twinline.core.triple.Reference;

/** The reference answer as reward functions get it. */
final class GroundTruth {
  private GroundTruth() {}

  /**
   * The text itself where one item is expected and nothing else is welcome, which is the usual
   * case; else {@link #json}.
   */
  static String text(Reference reference) {
    List<Reference.Alternative> alternatives = reference.alternatives();
    if (alternatives.size() == 1
        && alternatives.get(0).required().size() == 1
        && alternatives.get(0).niceToHave().isEmpty()) {
      return alternatives.get(0).required().get(0);
    }
    return json(reference);
  }

  /** All of it, in the canonical form of {@code references}. */
  static String json(Reference reference) {
    return new String(ReferenceCodec.INSTANCE.toBytes(reference), StandardCharsets.UTF_8);
  }
}
