package org.twinline.core.flow;

import java.io.Serializable;
import java.util.function.Consumer;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.verdict.JudgedGroup;

/**
 * The last step of a line: decides what of a group is kept and renders it. Every triple of the
 * group is counted exactly once in the tally: kept, dropped or dead-lettered.
 */
public interface GroupSink extends Serializable {

  /** Renders the group's records and accounts for its triples. */
  void accept(JudgedGroup group, Consumer<Flow.Line> lines, TallyBuilder tally);
}
