package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.twinline.launcher.report.Table.Column;

/** What the run wrote and what a trainer does with it. */
final class DatasetSection {
  private static final int MAX_DATASETS = 50;

  /** By folder of the finished run. */
  private static final Map<String, String> USES =
      Map.of(
          "triples",
          "Supervised fine-tuning on verified reasoning (SFT, cold start).",
          "prompts",
          "Reinforcement learning with verifiable rewards (RLVR): a question and its reference.",
          "preferences",
          "Preference training (DPO) and reward models: a chosen and a rejected answer.",
          "best-answers",
          "Supervised fine-tuning on the best long answer of each question.",
          "rejected",
          "Not for training as it is: every dropped triple with its reason, for review.",
          "dead-letters",
          "Not for training: places of lines that could not be read.");

  private DatasetSection() {}

  static void write(Html html, JsonNode datasets) {
    if (datasets.isEmpty()) {
      html.element("p", "No dataset was written.", "class", "muted");
      return;
    }
    Table table =
        Table.open(
            html,
            "Datasets written",
            Column.text("Dataset"),
            Column.text("What a trainer uses it for"),
            Column.number("Records"),
            Column.number("Size"),
            Column.text("Digest"));
    for (JsonNode dataset : Lenient.list(datasets, MAX_DATASETS)) {
      String name = Lenient.cut(Lenient.text(dataset, "name"), 120);
      table.row().cell(name.isEmpty() ? "(unnamed)" : name + "/");
      table.cell(USES.getOrDefault(name, "—")).count(Lenient.count(dataset, "records"));
      table.cell(Numbers.bytes(Math.max(0, Lenient.count(dataset, "bytes"))));
      table.code(Lenient.cut(Lenient.text(dataset, "digest"), 64)).endRow();
    }
    table.close();
    html.element(
        "p",
        "The digest does not depend on the order of records: equal digests mean equal content.",
        "class",
        "muted");
  }
}
