package org.twinline.launcher.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.Origin;
import org.twinline.launcher.job.Setting;

/** Reads what a plan was made for. Estimates and stages are not read: they bind nothing. */
final class PlanFile {
  private static final long LARGEST = 64L << 20;

  private final Path file;

  private PlanFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a plan.
   *
   * @throws Failure if it is none, or of another format
   */
  static Pinned read(Path file) {
    return new PlanFile(file).pinned();
  }

  private Pinned pinned() {
    JsonNode root = root();
    JsonNode version = root.path("format_version");
    if (!version.isInt() || version.asInt() != PlanJson.FORMAT) {
      throw unusable(
          version.isMissingNode()
              ? "it has no format_version"
              : "it is of format " + version + ", this program reads " + PlanJson.FORMAT);
    }
    JsonNode twinline = root.path("twinline");
    return new Pinned(
        new Build(text(twinline, "version"), text(twinline, "sha256")),
        text(root, "directory"),
        hashed(root.path("job_file")),
        texts(root.path("set")),
        all(root, "settings", this::setting),
        all(root, "inputs", this::hashed),
        root.has("terminology")
            ? Optional.of(terminology(root.path("terminology")))
            : Optional.empty(),
        all(root, "models", this::model));
  }

  private JsonNode root() {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Failure(
            ExitCode.USAGE,
            Files.exists(file) ? file + " is no plan" : "no such plan: " + file,
            "make one: twinline plan JOB.yaml --output " + file);
      }
      if (Files.size(file) > LARGEST) {
        throw unusable("it is larger than 64MiB");
      }
      JsonNode root = PlanJson.JSON.readTree(file.toFile());
      if (!root.isObject()) {
        throw unusable("it is no JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw unusable("it is not JSON: line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private Failure unusable(String why) {
    return new Failure(
        ExitCode.USAGE,
        "plan " + file + " cannot be used: " + why,
        "make it again: twinline plan JOB.yaml --output " + file);
  }

  private String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw unusable("'" + key + "' is missing or no text");
    }
    return value.asText();
  }

  private long number(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw unusable("'" + key + "' is missing or no whole number");
    }
    return value.asLong();
  }

  private <T> List<T> all(JsonNode node, String key, Function<JsonNode, T> read) {
    if (!node.path(key).isArray()) {
      throw unusable("'" + key + "' is missing or no list");
    }
    List<T> all = new ArrayList<>();
    node.path(key).forEach(one -> all.add(read.apply(one)));
    return all;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private Setting setting(JsonNode node) {
    String place = node.path("place").asText("");
    Origin.Kind kind = place.isEmpty() ? Origin.Kind.DEFAULT : Origin.Kind.FILE;
    if (place.startsWith("--set ")) {
      kind = Origin.Kind.SET;
    }
    return new Setting(
        text(node, "key"),
        node.path("value").toString(),
        new Origin(kind, place, texts(node.path("parameters"))));
  }

  private Pinned.HashedFile hashed(JsonNode node) {
    return new Pinned.HashedFile(text(node, "path"), number(node, "bytes"), text(node, "sha256"));
  }

  private Pinned.PinnedTerminology terminology(JsonNode node) {
    return new Pinned.PinnedTerminology(
        text(node, "path"),
        text(node, "sha256"),
        number(node, "concepts"),
        number(node, "names"),
        number(node, "bytes"));
  }

  private Pinned.PinnedModel model(JsonNode node) {
    JsonNode encoder = node.path("encoder");
    return new Pinned.PinnedModel(
        text(node, "path"),
        text(node, "name"),
        text(node, "kind"),
        texts(node.path("languages")),
        text(node, "sha256"),
        new Pinned.PinnedEncoder(
            text(encoder, "name"), text(encoder, "sha256"), number(encoder, "bytes")),
        texts(node.path("templates")));
  }
}
