package org.twinline.core.flow;

import java.util.List;
import java.util.function.Consumer;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;

/**
 * What becomes of input lines without candidates: a question with a reference answer is kept as a
 * prompt once, one without is dropped, and so are further lines of a question.
 */
public final class BareLines {
  private BareLines() {}

  /** Renders and accounts for the group's bare lines. */
  public static void accept(JudgedGroup group, Consumer<Flow.Line> lines, TallyBuilder tally) {
    List<Place> bare = group.bare();
    boolean alone = group.candidates().isEmpty();
    for (int i = 0; i < bare.size(); i++) {
      Place place = bare.get(i);
      if (i > 0 || !alone) {
        drop(group, place, RejectionReason.DUPLICATE_QUESTION, lines, tally);
      } else if (group.question().reference().isEmpty()) {
        drop(group, place, RejectionReason.NO_CANDIDATES, lines, tally);
      } else {
        tally.kept(place);
        tally.count("prompts", 1);
        lines.accept(DatasetLines.prompt(group.question(), place));
      }
    }
  }

  private static void drop(
      JudgedGroup group,
      Place place,
      RejectionReason reason,
      Consumer<Flow.Line> lines,
      TallyBuilder tally) {
    tally.dropped(place, reason);
    lines.accept(DatasetLines.rejectedBare(group.question(), place, Rejection.of(reason)));
  }
}
