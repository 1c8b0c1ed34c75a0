package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.core.dataset.DatasetNames;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Task;

/**
 * Parquet for verl: {@code MultiTurnSFTDataset} (messages), {@code RLHFDataset} (prompts with a
 * rule's ground truth) and {@code RMDataset} (texts; it applies no chat template).
 */
final class VerlExporter implements Exporter {
  private static final String SOURCE = "twinline";
  private static final String SPLIT = "train";

  private static final List<Column> SFT =
      List.of(Column.of("messages", Conversation.MESSAGES), Rows.ID, Rows.CANDIDATE_ID);

  private static final List<Column> RLVR =
      List.of(
          Column.of("data_source", ColumnType.TEXT),
          Column.of("prompt", Conversation.MESSAGES),
          Column.of("ability", ColumnType.TEXT),
          Column.of(
              "reward_model",
              ColumnType.Struct.of(
                  Column.of("style", ColumnType.TEXT), Column.of("ground_truth", ColumnType.TEXT))),
          Column.of(
              "extra_info",
              ColumnType.Struct.of(
                  Column.of("split", ColumnType.TEXT),
                  Column.of("index", ColumnType.WHOLE),
                  Rows.ID,
                  Column.of("answer_kind", ColumnType.TEXT),
                  Column.of("language", ColumnType.TEXT),
                  Column.of("references", ColumnType.TEXT),
                  Column.nullable("pass_rate", ColumnType.REAL))));

  private static final List<Column> REWARD =
      List.of(
          Column.of("prompt", ColumnType.TEXT),
          Column.of("chosen", ColumnType.TEXT),
          Column.of("rejected", ColumnType.TEXT),
          Rows.ID,
          Rows.CHOSEN_ID,
          Rows.REJECTED_ID);

  @Override
  public List<TrainerFile> files() {
    return List.of(
        file(Stage.SFT, DatasetNames.TRIPLES, SFT, VerlExporter::sft),
        file(Stage.SFT, DatasetNames.BEST_ANSWERS, SFT, VerlExporter::sft),
        file(Stage.RLVR, DatasetNames.PROMPTS, RLVR, VerlExporter::rlvr),
        file(Stage.RLVR, DatasetNames.TRIPLES, RLVR, VerlExporter::rlvr).oncePerQuestion(),
        file(Stage.REWARD, DatasetNames.PREFERENCES, REWARD, VerlExporter::reward));
  }

  private static TrainerFile file(
      Stage stage, String dataset, List<Column> columns, TrainerFile.RowMaker rows) {
    return TrainerFile.of(stage, dataset, TrainerFile.Format.PARQUET, columns, rows);
  }

  private static ObjectNode sft(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set("messages", Rows.prompt(record).and(record.answers().get(0)).messages());
    return Rows.withIds(row, record);
  }

  private static ObjectNode rlvr(DatasetRecord record, long index) {
    Question question = record.question();
    ObjectNode row = Rows.row().put("data_source", SOURCE);
    row.set("prompt", Rows.prompt(record).messages());
    row.put("ability", question.traits().task() == Task.UNSTATED ? "medical" : Rows.task(question));
    row.putObject("reward_model")
        .put("style", "rule")
        .put("ground_truth", GroundTruth.text(question.reference()));
    ObjectNode extra =
        row.putObject("extra_info")
            .put("split", SPLIT)
            .put("index", index)
            .put("id", question.id())
            .put("answer_kind", Rows.answerKind(question))
            .put("language", Rows.language(question))
            .put("references", GroundTruth.json(question.reference()));
    OptionalDouble passRate = record.passRate();
    if (passRate.isPresent()) {
      extra.put("pass_rate", passRate.getAsDouble());
    }
    return row;
  }

  private static ObjectNode reward(DatasetRecord record, long index) {
    return Rows.withPairIds(
        Rows.row()
            .put("prompt", Rows.prompt(record).plain())
            .put("chosen", Replies.render(record.answers().get(0)))
            .put("rejected", Replies.render(record.answers().get(1))),
        record);
  }
}
