package org.twinline.core.flow;

import java.io.Serializable;
import org.twinline.core.verdict.JudgedGroup;

/**
 * A pure step over one group. What travels is its configuration; what it needs at work (an index, a
 * model) is taken in {@link #open} and returned in {@link #close}.
 */
public interface GroupStep extends Serializable {

  /** Takes resources; called once before the first group on each worker thread. */
  default void open() {}

  /** The group after this step. */
  JudgedGroup apply(JudgedGroup group);

  /** Returns resources. */
  default void close() {}
}
