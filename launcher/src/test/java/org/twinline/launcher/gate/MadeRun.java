package org.twinline.launcher.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.dataset.ShardWriter;

/** A run directory written by hand, as a run of the verifiable line would leave it. */
final class MadeRun {
  static final ObjectMapper JSON = new ObjectMapper();

  /** What a run is like. */
  record Shape(int questions, double wrong, double reward, double noReasoning, long seed) {
    static final Shape GOOD = new Shape(200, 0.3, 0.8, 0.02, 17);

    Shape questions(int count) {
      return new Shape(count, wrong, reward, noReasoning, seed);
    }

    Shape wrong(double share) {
      return new Shape(questions, share, reward, noReasoning, seed);
    }

    Shape reward(double mean) {
      return new Shape(questions, wrong, mean, noReasoning, seed);
    }

    Shape noReasoning(double share) {
      return new Shape(questions, wrong, reward, share, seed);
    }

    Shape seed(long other) {
      return new Shape(questions, wrong, reward, noReasoning, other);
    }
  }

  private final SortedMap<String, List<String>> lines = new TreeMap<>();
  private final SortedMap<String, Long> dropped = new TreeMap<>();
  private long kept;
  private long dead;

  static Path write(Path root, Shape shape) throws IOException {
    return write(root, shape, ShardCompression.NONE, "q");
  }

  static Path write(Path root, Shape shape, ShardCompression compression, String id)
      throws IOException {
    MadeRun run = new MadeRun();
    Random random = new Random(shape.seed());
    for (int q = 0; q < shape.questions(); q++) {
      // Questions differ in how hard they are, so their candidates resemble each other.
      double hard = Math.min(1, Math.max(0, shape.wrong() + 0.2 * random.nextGaussian()));
      for (int c = 0; c < 4; c++) {
        run.candidate(id + q, q, c, hard, shape, random);
      }
    }
    run.commit(root, compression, 2);
    return root;
  }

  private void candidate(String id, int q, int c, double hard, Shape shape, Random random) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    boolean hollow = random.nextDouble() < shape.noReasoning();
    boolean wrong = random.nextDouble() < hard;
    double reward = Math.min(1, Math.max(0, shape.reward() + 0.1 * random.nextGaussian()));
    int length = 20 + random.nextInt(60);
    if (hollow || wrong) {
      line.put("reason", hollow ? "no_reasoning" : "wrong_answer");
    }
    line.put("id", id).put("question", "最可能的诊断是什么？");
    line.put("task", q % 2 == 0 ? "diagnosis" : "drug").put("answer_kind", "entity");
    line.put("language", q % 3 == 0 ? "en" : "zh");
    line.put("candidate_id", "c" + c);
    line.put("cot", "检".repeat(length)).put("answer", "肺炎");
    ArrayNode scores = line.putArray("scores");
    if (!hollow) {
      ObjectNode rule = scores.addObject();
      rule.put("name", "rule").put("value", wrong ? 0.0 : 1.0);
      ObjectNode pair =
          rule.putObject("explanation").put("code", "rule_entity").putArray("parts").addObject();
      pair.put("code", "pair")
          .putArray("arguments")
          .add("0")
          .add(q % 4 == 0 ? "ICD10CM:J18.9" : q % 4 == 1 ? "unlinked" : "ICD10CM:I21.9");
      score(scores, "outcome", wrong ? 0.0 : 1.0);
      if (!wrong) {
        score(scores, "reward", reward);
      }
    }
    line.put("place", "0@" + (q * 100L));
    if (hollow || wrong) {
      drop(line);
    } else {
      line.put("reward", reward);
      keep("triples", line);
    }
  }

  private static void score(ArrayNode scores, String name, double value) {
    scores.addObject().put("name", name).put("value", value);
  }

  void keep(String dataset, ObjectNode line) {
    kept++;
    lines.computeIfAbsent(dataset, d -> new ArrayList<>()).add(line.toString());
  }

  void drop(ObjectNode line) {
    dropped.merge(line.path("reason").asText(), 1L, Long::sum);
    lines.computeIfAbsent("rejected", d -> new ArrayList<>()).add(line.toString());
  }

  void deadLetter(String code, String place) {
    dead++;
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("code", code).put("place", place).put("column", 1).put("detail", "");
    lines.computeIfAbsent("dead-letters", d -> new ArrayList<>()).add(line.toString());
  }

  /** Writes the shards and accounts of what was kept, dropped and dead. */
  void commit(Path root, ShardCompression compression, int shards) throws IOException {
    Path staging = root.resolve(".staging");
    List<ShardResult> results = new ArrayList<>();
    for (var dataset : lines.entrySet()) {
      for (int s = 0; s < shards; s++) {
        try (ShardWriter writer =
            ShardWriter.open(staging.toString(), dataset.getKey(), "s" + s, compression)) {
          for (int i = s; i < dataset.getValue().size(); i += shards) {
            writer.write(dataset.getValue().get(i).getBytes(UTF_8));
          }
          results.add(writer.finish());
        }
      }
    }
    List<DatasetSummary> summaries =
        DatasetCommit.commit(
            staging.toString(),
            root,
            results,
            Set.of("dead-letters", "prompts", "rejected", "triples"),
            compression,
            true);
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.put("format_version", 1).put("name", "made").put("status", "done");
    head.put("started", "2026-01-01T00:00:00Z");
    ObjectNode manifest = head.deepCopy();
    manifest.putArray("inputs").addObject().put("index", 0).put("path", "data/in.jsonl");
    manifest.putArray("models");
    accounts(manifest, summaries);
    accounts(head, summaries);
    head.putObject("figures");
    head.putObject("histograms");
    Files.writeString(root.resolve("manifest.json"), manifest.toPrettyString());
    Files.writeString(root.resolve("report.json"), head.toPrettyString());
    Files.writeString(root.resolve("_SUCCESS"), "");
  }

  private void accounts(ObjectNode out, List<DatasetSummary> summaries) {
    ObjectNode row = out.putArray("ledger").addObject();
    long drops = dropped.values().stream().mapToLong(Long::longValue).sum();
    row.put("file", "data/in.jsonl").put("read", kept + drops + dead).put("kept", kept);
    ObjectNode reasons = row.putObject("dropped");
    dropped.forEach(reasons::put);
    row.put("dead_lettered", dead);
    ArrayNode datasets = out.putArray("datasets");
    for (DatasetSummary summary : summaries) {
      ObjectNode one = datasets.addObject();
      one.put("name", summary.name()).put("records", summary.records());
      one.put("bytes", summary.bytes()).put("digest", summary.digest().hex());
    }
    out.putArray("warnings");
  }
}
