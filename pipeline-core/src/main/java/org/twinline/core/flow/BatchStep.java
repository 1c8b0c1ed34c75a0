package org.twinline.core.flow;

import java.io.Serializable;
import java.util.List;
import org.twinline.core.verdict.JudgedGroup;

/** A step that works better on many groups at once; results must not depend on neighbours. */
public interface BatchStep extends Serializable {

  /** Takes resources; called once before the first group on each worker thread. */
  default void open() {}

  /** So many candidates wait at most for one call; fewer where each is a lot of work. */
  default int mostCandidates() {
    return GroupBuffer.MAX_CANDIDATES;
  }

  /** Whether a group needs this step; others pass it by. */
  boolean concerns(JudgedGroup group);

  /** The groups after this step, in the given order. */
  List<JudgedGroup> apply(List<JudgedGroup> groups);

  /** Returns resources. */
  default void close() {}
}
