package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.verify.StagedFile;

/**
 * The figures of a run that somebody accepted: what later runs are compared with. One small JSON
 * file in a directory of its own, fit to be kept in version control; it holds no text of records.
 */
record Baseline(GateResult.Reference reference, Sketch sketch) {
  /** The file in a baseline's directory. */
  static final String FILE = "baseline.json";

  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a directory's baseline.
   *
   * @return empty where nothing was accepted yet
   * @throws Failure if the file is not what {@link #write} wrote
   */
  static Optional<Baseline> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new Failure(
          ExitCode.USAGE,
          directory + " is no directory",
          "--baseline names the directory that 'twinline gate accept' wrote");
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw corrupt(file, "it cannot be read as JSON", e);
    }
    if (tree == null || !tree.isObject() || !tree.path("format_version").isInt()) {
      throw corrupt(file, "it has no format_version", new IOException("no object"));
    }
    if (tree.path("format_version").intValue() != VERSION) {
      throw new Failure(
          ExitCode.USAGE,
          file + " has format_version " + tree.path("format_version") + ", must be " + VERSION,
          "accept a run again with this version: twinline gate accept RUN --baseline " + directory);
    }
    String sum = sha256(tree.path("run"), tree.path("cells"));
    if (!sum.equals(tree.path("sha256").asText())) {
      throw corrupt(file, "its sha256 is not that of its content", new IOException(sum));
    }
    try {
      JsonNode run = tree.path("run");
      return Optional.of(
          new Baseline(
              new GateResult.Reference(
                  run.path("name").asText(),
                  run.path("manifest_sha256").asText(),
                  run.path("started").asText()),
              SketchCodec.read(tree.path("cells"))));
    } catch (IllegalArgumentException e) {
      throw corrupt(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static Failure corrupt(Path file, String why, Exception cause) {
    return new Failure(
        ExitCode.USAGE,
        file + " is not a sound baseline: " + why,
        "restore it, or accept a run again: twinline gate accept RUN --baseline "
            + file.getParent(),
        cause);
  }

  /** Writes the baseline in the place of an earlier one. */
  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("name", reference.name());
    run.put("manifest_sha256", reference.manifestSha256());
    run.put("started", reference.started());
    ArrayNode cells = SketchCodec.write(sketch);
    StringBuilder text = new StringBuilder("{\n");
    text.append("\"format_version\": ").append(VERSION).append(",\n");
    text.append("\"run\": ").append(run).append(",\n");
    text.append("\"sha256\": \"").append(sha256(run, cells)).append("\",\n\"cells\": [\n");
    for (int i = 0; i < cells.size(); i++) {
      text.append(cells.get(i)).append(i + 1 < cells.size() ? ",\n" : "\n");
    }
    text.append("]}");
    try (StagedFile staged = new StagedFile(directory.resolve(FILE))) {
      staged.line(text.toString().getBytes(StandardCharsets.UTF_8));
      staged.commit();
    }
  }

  /** Of the compact JSON of both, one after the other. */
  private static String sha256(JsonNode run, JsonNode cells) {
    return Hashing.sha256()
        .hashString(run.toString() + cells.toString(), StandardCharsets.UTF_8)
        .toString();
  }
}
