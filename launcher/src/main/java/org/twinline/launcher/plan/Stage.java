package org.twinline.launcher.plan;

import java.util.List;
import org.twinline.core.verdict.RejectionReason;

/**
 * A stage of a run.
 *
 * @param does what it does, with the job's own numbers
 * @param drops the reasons for which triples leave here; {@code dead_letters} for unreadable lines
 */
record Stage(String name, String line, String does, List<String> drops) {
  /** The word for a stage of both lines. */
  static final String BOTH = "both";

  Stage {
    drops = List.copyOf(drops);
  }

  static Stage of(String name, String line, String does, RejectionReason... drops) {
    return new Stage(name, line, does, List.of(drops).stream().map(RejectionReason::code).toList());
  }
}
