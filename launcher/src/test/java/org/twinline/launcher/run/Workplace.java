package org.twinline.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twinline.launcher.cli.Main;
import org.twinline.launcher.cli.Terminal;

/** A folder with inputs, a job and its output, and the command line with captured streams. */
final class Workplace {
  static final Path ROOT = Path.of(System.getProperty("twinline.root", "..")).toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Workplace(Path folder) {
    this.folder = folder;
    System.setProperty("twinline.home", ROOT.toString());
  }

  /** A verifiable question with the candidates c1 (right), c2 (wrong). */
  static String record(String id, String text) {
    return "{\"id\":\""
        + id
        + "\",\"question\":\""
        + text
        + "最可能的诊断？\",\"references\":[\"肺炎\"],\"task\":\"diagnosis\",\"answer_kind\":\"entity\","
        + "\"language\":\"zh\",\"candidates\":["
        + candidate("c1", "肺炎")
        + ","
        + candidate("c2", "胃溃疡")
        + "]}";
  }

  static String candidate(String id, String answer) {
    return "{\"id\":\""
        + id
        + "\",\"cot\":\"发热咳嗽三天，右下肺湿啰音，白细胞升高，胸片有浸润影。\",\"answer\":\""
        + answer
        + "\"}";
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path output() {
    return folder.resolve("out");
  }

  Path write(String name, String... lines) throws IOException {
    return Files.write(path(name), List.of(lines));
  }

  /** A job of the verifiable line over files of the folder, on the direct runner, rules alone. */
  Path job(String... files) throws IOException {
    List<String> paths = Arrays.stream(files).map(f -> "    - " + path(f)).toList();
    return Files.writeString(
        path("job.yaml"),
        """
        line: verifiable
        input:
          files:
        FILES
          format: canonical
        output: {directory: OUT}
        rewards:
          - use: rule
          - use: guard
        errors: {max_rate: 1}
        runner: {kind: direct, parallelism: 1}
        """
            .replace("FILES", String.join("\n", paths))
            .replace("OUT", output().toString()));
  }

  /** Runs a command and gives its exit code. */
  int twinline(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
    return new Main(TwinlineCommands::new, terminal).run(arguments);
  }

  /** Runs the folder's job with settings. */
  int run(String... settings) {
    List<String> arguments = new ArrayList<>(List.of("run", path("job.yaml").toString()));
    arguments.addAll(List.of("--progress", "none"));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return twinline(arguments.toArray(String[]::new));
  }

  /** What was printed to stdout, the folder left out. */
  String out() {
    return out.toString(UTF_8).replace(folder + "/", "");
  }

  /** What was printed to stderr, the folder left out. */
  String err() {
    return err.toString(UTF_8).replace(folder + "/", "");
  }

  JsonNode manifest() throws IOException {
    return JSON.readTree(output().resolve("manifest.json").toFile());
  }

  JsonNode report() throws IOException {
    return JSON.readTree(output().resolve("report.json").toFile());
  }

  /** The records of a dataset. */
  List<JsonNode> records(String dataset) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(output().resolve(dataset))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          records.add(JSON.readTree(line));
        }
      }
    }
    return records;
  }

  /** {@code question/candidate} of every record of a dataset. */
  List<String> ids(String dataset) throws IOException {
    return records(dataset).stream()
        .map(r -> r.path("id").asText() + "/" + r.path("candidate_id").asText())
        .toList();
  }

  /** {@code code place} of every dead letter. */
  List<String> deadLetters() throws IOException {
    return records("dead-letters").stream()
        .map(r -> r.path("code").asText() + " " + r.path("place").asText())
        .toList();
  }

  /** The digest of every dataset. */
  Map<String, String> digests() throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    for (JsonNode dataset : manifest().path("datasets")) {
      digests.put(dataset.path("name").asText(), dataset.path("digest").asText());
    }
    return digests;
  }

  /** That read = kept + dropped + dead-lettered for every input file. */
  void assertLedgerCloses() throws IOException {
    for (JsonNode row : manifest().path("ledger")) {
      long dropped = 0;
      for (JsonNode count : row.path("dropped")) {
        dropped += count.asLong();
      }
      assertThat(row.path("kept").asLong() + dropped + row.path("dead_lettered").asLong())
          .as(row.toString())
          .isEqualTo(row.path("read").asLong());
    }
  }

  /** That a text is in nothing that a run shows or keeps beside the datasets themselves. */
  void assertNowhere(String text) throws IOException {
    assertThat(out()).doesNotContain(text);
    assertThat(err()).doesNotContain(text);
    if (!Files.exists(output().resolve("manifest.json"))) {
      return;
    }
    for (String name : List.of("manifest.json", "report.json", "report.html")) {
      assertThat(Files.readString(output().resolve(name))).as(name).doesNotContain(text);
    }
    for (JsonNode letter : records("dead-letters")) {
      assertThat(letter.toString()).doesNotContain(text);
    }
  }
}
