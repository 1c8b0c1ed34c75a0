package org.twinline.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.twinline.core.dataset.DatasetNames;
import org.twinline.core.json.Json;

/**
 * The sharegpt form of LLaMA-Factory, as JSON lines with their {@code dataset_info.json}: it keeps
 * turns and system prompts, which the alpaca form spreads over four columns. Prompts with reference
 * answers have no file: LLaMA-Factory has no stage that reads a ground truth.
 */
final class LlamaFactoryExporter implements Exporter {
  private static final String CONVERSATIONS = "conversations";
  private static final String CHOSEN = "chosen";
  private static final String REJECTED = "rejected";

  /** The file that names the others to LLaMA-Factory. */
  static final String INFO = "dataset_info.json";

  private static final ColumnType TURN = Conversation.turn("from", "value");
  private static final Column TURNS = Column.of(CONVERSATIONS, new ColumnType.Repeated(TURN));
  private static final List<Column> SFT = List.of(TURNS, Rows.ID, Rows.CANDIDATE_ID);
  private static final List<Column> DPO =
      List.of(
          TURNS,
          Column.of(CHOSEN, TURN),
          Column.of(REJECTED, TURN),
          Rows.ID,
          Rows.CHOSEN_ID,
          Rows.REJECTED_ID);

  @Override
  public List<TrainerFile> files() {
    return List.of(
        file(Stage.SFT, DatasetNames.TRIPLES, SFT, LlamaFactoryExporter::sft),
        file(Stage.SFT, DatasetNames.BEST_ANSWERS, SFT, LlamaFactoryExporter::sft),
        file(Stage.DPO, DatasetNames.PREFERENCES, DPO, LlamaFactoryExporter::dpo));
  }

  private static TrainerFile file(
      Stage stage, String dataset, List<Column> columns, TrainerFile.RowMaker rows) {
    return TrainerFile.of(stage, dataset, TrainerFile.Format.JSONL, columns, rows);
  }

  private static ObjectNode sft(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set(CONVERSATIONS, Rows.prompt(record).and(record.answers().get(0)).shareGpt());
    return Rows.withIds(row, record);
  }

  private static ObjectNode dpo(DatasetRecord record, long index) {
    ObjectNode row = Rows.row();
    row.set(CONVERSATIONS, Rows.prompt(record).shareGpt());
    row.set(CHOSEN, Conversation.shareGptReply(record.answers().get(0)));
    row.set(REJECTED, Conversation.shareGptReply(record.answers().get(1)));
    return Rows.withPairIds(row, record);
  }

  /** Names every written file: {@code twinline_sft_triples} and so on. */
  @Override
  public void complete(Path folder, List<TrainerFile> written) throws IOException {
    byte[] json =
        Json.write(
            out -> {
              out.useDefaultPrettyPrinter();
              out.writeStartObject();
              for (TrainerFile file : written) {
                describe(file, out);
              }
              out.writeEndObject();
            });
    Files.write(folder.resolve(INFO), json);
  }

  private static void describe(TrainerFile file, JsonGenerator out) throws IOException {
    boolean pairs = file.stage() == Stage.DPO;
    out.writeObjectFieldStart(
        "twinline_" + file.stage().word() + "_" + file.dataset().replace('-', '_'));
    out.writeStringField("file_name", file.name());
    out.writeStringField("formatting", "sharegpt");
    if (pairs) {
      out.writeBooleanField("ranking", true);
    }
    out.writeObjectFieldStart("columns");
    out.writeStringField("messages", CONVERSATIONS);
    if (pairs) {
      out.writeStringField(CHOSEN, CHOSEN);
      out.writeStringField(REJECTED, REJECTED);
    }
    out.writeEndObject();
    out.writeObjectFieldStart("tags");
    out.writeStringField("role_tag", "from");
    out.writeStringField("content_tag", "value");
    out.writeStringField("user_tag", "human");
    out.writeStringField("assistant_tag", "gpt");
    out.writeStringField("system_tag", "system");
    out.writeEndObject();
    out.writeEndObject();
  }
}
