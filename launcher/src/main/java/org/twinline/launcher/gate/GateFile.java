package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.twinline.launcher.job.CheckedYaml;
import org.twinline.launcher.job.JobError;

/**
 * A gate file.
 *
 * @param path as the user named it
 * @param sha256 of the file
 */
record GateFile(String name, Path path, String sha256, List<Check> checks) {
  GateFile {
    checks = List.copyOf(checks);
  }

  /** A gate, or what is wrong with its file. */
  sealed interface Loaded {}

  /** A gate that can be checked. */
  record Valid(GateFile gate) implements Loaded {}

  /** All errors in the order of the file; never empty. */
  record Invalid(List<JobError> errors) implements Loaded {
    Invalid {
      errors = List.copyOf(errors);
    }
  }

  /** Loads a gate file; nothing but the file is read. */
  static Loaded load(Path file) {
    CheckedYaml yaml =
        CheckedYaml.gate(file, schema(), "checks", "checks: [{check: value, metric: kept_share}]");
    List<Check> checks =
        yaml.errors().isEmpty() || yaml.tree().has("checks")
            ? new GateReader(yaml).checks()
            : List.of();
    if (!yaml.errors().isEmpty()) {
      return new Invalid(yaml.errors());
    }
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    return new Valid(
        new GateFile(yaml.tree().path("name").asText(stem), file, sha256(file), checks));
  }

  /** The published schema of gate files. */
  static JsonNode schema() {
    try (InputStream in =
        Objects.requireNonNull(
            GateFile.class.getResourceAsStream("gate.schema.json"), "gate.schema.json")) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packed gate.schema.json", e);
    }
  }

  private static String sha256(Path file) {
    try {
      return Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
