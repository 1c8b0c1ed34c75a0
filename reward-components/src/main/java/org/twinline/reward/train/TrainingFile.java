package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.JsonFields;
import org.twinline.reward.djl.Slots;

/** Strict reading of training files: JSONL in UTF-8, one row a line. */
final class TrainingFile {
  private TrainingFile() {}

  /** Reads one row from its object; {@link JsonFields#end} is called by the file. */
  @FunctionalInterface
  interface Form {
    TrainingRow.Judgement judgement(JsonFields row, String question);
  }

  /** {@code reference}, {@code answer} and {@code label} (1 right, 0 wrong). */
  static TrainingRow.Judgement labelled(JsonFields row, String question) {
    Slots slots =
        new Slots(question, row.text("reference"), row.text("answer"), row.text("cot", ""));
    return new TrainingRow.Judgement.Labelled(slots, row.integer("label", 0, 1) == 1);
  }

  /** {@code chosen} and {@code rejected}. */
  static TrainingRow.Judgement compared(JsonFields row, String question) {
    return new TrainingRow.Judgement.Compared(
        new Slots(question, "", row.text("chosen"), ""),
        new Slots(question, "", row.text("rejected"), ""));
  }

  /**
   * Reads a whole file.
   *
   * @throws IllegalArgumentException if a line is malformed, naming file and line
   */
  static List<TrainingRow> read(Path file, Form form) {
    List<TrainingRow> rows = new ArrayList<>();
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read training file " + file, e);
    }
    int number = 0;
    for (int begin = 0; begin < content.length; ) {
      int end = begin;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(content, begin, end);
      if (!isBlank(line)) {
        rows.add(row(line, file, number, form));
      }
      begin = end + 1;
    }
    return rows;
  }

  private static TrainingRow row(byte[] line, Path file, int number, Form form) {
    JsonFields json =
        JsonFields.parse(
            line,
            message ->
                new IllegalArgumentException(
                    "Cannot train on %s, line %d: %s".formatted(file, number, message)));
    String question = json.text("question");
    if (question.isBlank()) {
      throw json.invalid("question", "a text that is not blank");
    }
    Language language =
        switch (json.text("language")) {
          case "zh" -> Language.ZH;
          case "en" -> Language.EN;
          default -> throw json.invalid("language", "zh or en");
        };
    TrainingRow row =
        new TrainingRow(
            question, language, json.text("corruption", "none"), form.judgement(json, question));
    json.text("id", "");
    json.end();
    return row;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
