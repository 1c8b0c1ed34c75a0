package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.JsonFields;
import org.twinline.reward.djl.Slots;

/** Strict reading of training files: JSONL in UTF-8, one row a line. */
final class TrainingFile {
  private TrainingFile() {}

  /** Reads what one line says; {@link JsonFields#end} is called by the file. */
  @FunctionalInterface
  interface Form {
    List<TrainingRow.Judgement> judgements(JsonFields line, String question);
  }

  /**
   * {@code reference}, {@code answer}, optional {@code cot}, and {@code label} (1 right, 0 wrong).
   */
  static List<TrainingRow.Judgement> labelled(JsonFields line, String question) {
    Slots slots =
        new Slots(question, line.text("reference", ""), line.text("answer"), line.text("cot", ""));
    return List.of(new TrainingRow.Judgement.Labelled(slots, line.integer("label", 0, 1) == 1));
  }

  /** {@code chosen}, {@code rejected}, and optional {@code tie} (true where both are equal). */
  static List<TrainingRow.Judgement> compared(JsonFields line, String question) {
    return List.of(
        new TrainingRow.Judgement.Compared(
            new Slots(question, "", line.text("chosen"), line.text("chosen_cot", "")),
            new Slots(question, "", line.text("rejected"), line.text("rejected_cot", "")),
            line.has("tie") && line.flag("tie")));
  }

  /** {@code steps} and as many {@code labels} (1 sound, 0 not); a row each. */
  static List<TrainingRow.Judgement> steps(JsonFields line, String question) {
    List<String> steps = line.texts("steps");
    List<Long> labels = line.longIntegers("labels");
    if (steps.size() != labels.size() || labels.stream().anyMatch(label -> label > 1)) {
      throw line.invalid("labels", "0 or 1 for each of the %d steps".formatted(steps.size()));
    }
    Slots whole = new Slots(question, "", line.text("answer", ""), line.text("cot", ""));
    List<TrainingRow.Judgement> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      rows.add(
          new TrainingRow.Judgement.Labelled(whole.withStep(steps.get(i)), labels.get(i) == 1));
    }
    return rows;
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
        rows.addAll(rows(line, file, number, form));
      }
      begin = end + 1;
    }
    return rows;
  }

  private static List<TrainingRow> rows(byte[] content, Path file, int number, Form form) {
    JsonFields line =
        JsonFields.parse(
            content,
            message ->
                new IllegalArgumentException(
                    "Cannot train on %s, line %d: %s".formatted(file, number, message)));
    String question = line.text("question");
    if (question.isBlank()) {
      throw line.invalid("question", "a text that is not blank");
    }
    Language language =
        switch (line.text("language")) {
          case "zh" -> Language.ZH;
          case "en" -> Language.EN;
          default -> throw line.invalid("language", "zh or en");
        };
    TrainingRow.Part part =
        switch (line.text("part", "")) {
          case "" -> TrainingRow.Part.UNSTATED;
          case "train" -> TrainingRow.Part.TRAIN;
          case "test" -> TrainingRow.Part.TEST;
          default -> throw line.invalid("part", "train or test");
        };
    Optional<Boolean> matched =
        line.has("length_matched") ? Optional.of(line.flag("length_matched")) : Optional.empty();
    TrainingRow.Traits traits =
        new TrainingRow.Traits(line.text("corruption", "none"), part, matched);
    List<String> dimensions =
        line.has("dimension")
            ? List.of(line.text("dimension"))
            : line.has("dimensions") ? line.texts("dimensions") : List.of();
    List<TrainingRow> rows =
        form.judgements(line, question).stream()
            .map(judgement -> new TrainingRow(question, language, dimensions, traits, judgement))
            .toList();
    line.text("id", "");
    line.end();
    return rows;
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
