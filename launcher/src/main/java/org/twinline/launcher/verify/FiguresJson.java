package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.twinline.reward.agreement.Agreement;
import org.twinline.reward.agreement.Band;
import org.twinline.reward.agreement.Counts;
import org.twinline.reward.agreement.Proportion;
import org.twinline.reward.agreement.Thresholds;

/** Figures of agreement as JSON; what is not defined is left out. */
final class FiguresJson {
  private FiguresJson() {}

  /** Over all, by kind and by task. */
  static ObjectNode of(Agreement agreement) {
    ObjectNode node = Document.object();
    node.set("overall", of(agreement.overall()));
    ObjectNode kinds = node.putObject("by_kind");
    agreement.kinds().forEach((kind, part) -> kinds.set(Scored.word(kind), of(part)));
    ObjectNode tasks = node.putObject("by_task");
    agreement.tasks().forEach((task, part) -> tasks.set(Scored.word(task), of(part)));
    return node;
  }

  static ObjectNode of(Agreement.Part part) {
    Counts counts = part.counts();
    ObjectNode node = Document.object();
    node.put("answers", counts.total());
    node.set("right", of(counts.right()));
    node.set("wrong", of(counts.wrong()));
    node.set("accuracy", of(counts.accuracy()));
    node.set("decided_accuracy", of(counts.decidedAccuracy()));
    node.set("coverage", of(counts.coverage()));
    node.set("false_accepts", of(counts.falseAccepts()));
    node.set("false_rejects", of(counts.falseRejects()));
    node.set("accept_precision", of(counts.acceptPrecision()));
    node.set("reject_precision", of(counts.rejectPrecision()));
    counts.kappa().ifPresent(kappa -> node.put("kappa", Document.rounded(kappa)));
    counts.decidedKappa().ifPresent(kappa -> node.put("decided_kappa", Document.rounded(kappa)));
    part.auc().ifPresent(auc -> node.put("auc", Document.rounded(auc)));
    return node;
  }

  private static ObjectNode of(Counts.Row row) {
    return Document.object()
        .put("accepted", row.accepted())
        .put("unsure", row.unsure())
        .put("rejected", row.rejected());
  }

  private static ObjectNode of(Proportion share) {
    ObjectNode node = Document.object().put("hits", share.hits()).put("of", share.of());
    share.value().ifPresent(value -> node.put("value", Document.rounded(value)));
    share
        .wilson()
        .ifPresent(
            interval ->
                node.put("low", Document.rounded(interval.low()))
                    .put("high", Document.rounded(interval.high())));
    return node;
  }

  /** The thresholds that decided. */
  static ObjectNode of(Thresholds thresholds) {
    ObjectNode node = Document.object();
    put(node.putObject("overall"), thresholds.overall());
    ObjectNode kinds = node.putObject("kinds");
    thresholds.kinds().forEach((kind, band) -> put(kinds.putObject(Scored.word(kind)), band));
    return node;
  }

  /** Adds {@code accept} and {@code reject}; {@code null} decides nothing. */
  static void put(ObjectNode node, Band band) {
    if (band.accept().isPresent()) {
      node.put("accept", band.accept().getAsDouble());
    } else {
      node.putNull("accept");
    }
    if (band.reject().isPresent()) {
      node.put("reject", band.reject().getAsDouble());
    } else {
      node.putNull("reject");
    }
  }
}
