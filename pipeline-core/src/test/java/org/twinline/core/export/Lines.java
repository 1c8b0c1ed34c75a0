package org.twinline.core.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.ShardWriter;

/** Lines of datasets for tests, and folders of them. */
final class Lines {
  private Lines() {}

  /** A triple; scores and place are those a run writes. */
  static String triple(String id, String question, String candidate, String cot, String answer) {
    return head(id, question)
        + ",\"references\":[\"急性阑尾炎\"],\"task\":\"diagnosis\",\"answer_kind\":\"entity\","
        + "\"language\":\"zh\","
        + side(candidate, cot, answer)
        + ",\"reward\":1.0,\"pass_rate\":0.5}";
  }

  static String bestAnswer(String id, String question, String cot, String answer) {
    return head(id, question)
        + ",\"answer_kind\":\"text\",\"language\":\"en\","
        + side("c1", cot, answer)
        + ",\"reward\":0.8}";
  }

  static String prompt(String id, String rest) {
    return "{\"id\":\"" + id + "\"," + rest + ",\"place\":\"0@0\"}";
  }

  static String pair(String id, String question, String chosen, String rejected) {
    return head(id, question)
        + ",\"answer_kind\":\"text\",\"language\":\"zh\",\"chosen\":{"
        + chosen
        + "},\"rejected\":{"
        + rejected
        + "},\"margin\":0.4}";
  }

  static String side(String candidate, String cot, String answer) {
    return "\"candidate_id\":\""
        + candidate
        + "\","
        + (cot.isEmpty() ? "" : "\"cot\":\"" + cot + "\",")
        + "\"answer\":\""
        + answer
        + "\",\"scores\":[{\"name\":\"outcome\",\"value\":1.0,\"explanation\":{\"code\":"
        + "\"outcome_by_rule\",\"value\":1.0}}],\"place\":\"0@0\"";
  }

  private static String head(String id, String question) {
    return "{\"id\":\"" + id + "\"," + question;
  }

  static String asked(String text) {
    return "\"question\":\"" + text + "\"";
  }

  /** A dataset of the lines, one after another in as many shards. */
  static Exports.Source dataset(
      Path folder, String name, int shards, ShardCompression compression, List<String> lines)
      throws IOException {
    for (int i = 0; i < shards; i++) {
      try (ShardWriter writer =
          ShardWriter.open(folder.toString(), name, "part-" + i, compression)) {
        for (int line = i; line < lines.size(); line += shards) {
          writer.write(lines.get(line).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    try (var files = Files.list(folder.resolve(name))) {
      return new Exports.Source(name, files.sorted().toList());
    }
  }

  static Exports.Source dataset(Path folder, String name, String... lines) throws IOException {
    return dataset(folder, name, 1, ShardCompression.NONE, List.of(lines));
  }
}
