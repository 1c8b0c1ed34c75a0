package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.core.dataset.DatasetNames;
import org.twinline.core.triple.Question;

/**
 * JSON lines for TRL, conversational throughout: prompt and completion for SFT (whose loss is then
 * on the completion alone), prompts with columns for reward functions (GRPO), explicit prompts for
 * DPO, whole conversations for reward models.
 */
final class TrlExporter implements Exporter {
  private static final String PROMPT = "prompt";
  private static final String CHOSEN = "chosen";
  private static final String REJECTED = "rejected";
  private static final String PASS_RATE = "pass_rate";

  private static final List<Column> SFT =
      List.of(messages(PROMPT), messages("completion"), Rows.ID, Rows.CANDIDATE_ID);
  private static final List<Column> RLVR =
      List.of(
          messages(PROMPT),
          Column.of("ground_truth", ColumnType.TEXT),
          Column.of("references", ColumnType.TEXT),
          Column.of("task", ColumnType.TEXT),
          Column.of("answer_kind", ColumnType.TEXT),
          Column.of("language", ColumnType.TEXT),
          Rows.ID);
  private static final List<Column> DPO =
      List.of(
          messages(PROMPT),
          messages(CHOSEN),
          messages(REJECTED),
          Rows.ID,
          Rows.CHOSEN_ID,
          Rows.REJECTED_ID);
  private static final List<Column> REWARD =
      List.of(messages(CHOSEN), messages(REJECTED), Rows.ID, Rows.CHOSEN_ID, Rows.REJECTED_ID);

  @Override
  public List<TrainerFile> files() {
    List<Column> rated = new ArrayList<>(RLVR);
    rated.add(Column.of(PASS_RATE, ColumnType.REAL));
    return List.of(
        file(Stage.SFT, DatasetNames.TRIPLES, SFT, TrlExporter::sft),
        file(Stage.SFT, DatasetNames.BEST_ANSWERS, SFT, TrlExporter::sft),
        file(Stage.RLVR, DatasetNames.PROMPTS, RLVR, TrlExporter::rlvr),
        file(Stage.RLVR, DatasetNames.TRIPLES, rated, TrlExporter::rlvr).oncePerQuestion(),
        file(Stage.DPO, DatasetNames.PREFERENCES, DPO, TrlExporter::dpo),
        file(Stage.REWARD, DatasetNames.PREFERENCES, REWARD, TrlExporter::reward));
  }

  private static TrainerFile file(
      Stage stage, String dataset, List<Column> columns, TrainerFile.RowMaker rows) {
    return TrainerFile.of(stage, dataset, TrainerFile.Format.JSONL, columns, rows);
  }

  private static Column messages(String name) {
    return Column.of(name, Conversation.MESSAGES);
  }

  private static ObjectNode sft(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set(PROMPT, Rows.prompt(record).messages());
    row.set("completion", Conversation.reply(record.answers().get(0)).messages());
    return Rows.withIds(row, record);
  }

  private static ObjectNode rlvr(DatasetRecord record, long index) {
    Question question = record.question();
    ObjectNode row = Rows.row();
    row.set(PROMPT, Rows.prompt(record).messages());
    row.put("ground_truth", GroundTruth.text(question.reference()))
        .put("references", GroundTruth.json(question.reference()))
        .put("task", Rows.task(question))
        .put("answer_kind", Rows.answerKind(question))
        .put("language", Rows.language(question))
        .put("id", question.id());
    OptionalDouble passRate = record.passRate();
    if (passRate.isPresent()) {
      row.put(PASS_RATE, passRate.getAsDouble());
    }
    return row;
  }

  private static ObjectNode dpo(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set(PROMPT, Rows.prompt(record).messages());
    row.set(CHOSEN, Conversation.reply(record.answers().get(0)).messages());
    row.set(REJECTED, Conversation.reply(record.answers().get(1)).messages());
    return Rows.withPairIds(row, record);
  }

  private static ObjectNode reward(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set(CHOSEN, Rows.prompt(record).and(record.answers().get(0)).messages());
    row.set(REJECTED, Rows.prompt(record).and(record.answers().get(1)).messages());
    return Rows.withPairIds(row, record);
  }
}
