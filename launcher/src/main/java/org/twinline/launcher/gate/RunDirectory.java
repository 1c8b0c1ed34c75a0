package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

/**
 * A finished run, whose own accounts agree with each other; its shards are not read yet.
 *
 * @param manifestSha256 names the run: the manifest holds the digest of everything else
 * @param datasets by name, as the manifest lists them
 */
record RunDirectory(
    Path root,
    JsonNode manifest,
    JsonNode report,
    String manifestSha256,
    List<RunDirectory.Dataset> datasets) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;
  private static final String MANIFEST = "manifest.json";
  private static final String REPORT = "report.json";

  /** A dataset's name and its shards as {@code dataset.json} lists them. */
  record Dataset(String name, List<Shard> shards) {
    Dataset {
      shards = List.copyOf(shards);
    }
  }

  /** A shard and what it must hold. */
  record Shard(Path file, long records, long bytes, String sha256, String digest) {}

  RunDirectory {
    datasets = List.copyOf(datasets);
  }

  /** Input files by their index in places. */
  List<String> inputs() {
    return manifest.path("inputs").findValuesAsText("path");
  }

  String name() {
    return manifest.path("name").asText();
  }

  /**
   * Opens a run.
   *
   * @throws Failure if it is no finished run, or its files do not agree with each other
   */
  static RunDirectory open(Path root) {
    if (!Files.isDirectory(root)) {
      throw unusable("no such run: " + root, "name the output directory of twinline run");
    }
    if (!Files.exists(root.resolve(DatasetCommit.SUCCESS))) {
      throw unusable(
          root + " is not a finished run: it has no " + DatasetCommit.SUCCESS,
          Files.exists(root.resolve(MANIFEST))
              ? "the run had too much bad content, or ended early; see " + root.resolve(MANIFEST)
              : "name the output directory of twinline run");
    }
    byte[] manifest = bytes(root.resolve(MANIFEST));
    JsonNode tree = tree(root.resolve(MANIFEST), manifest);
    JsonNode report = tree(root.resolve(REPORT), bytes(root.resolve(REPORT)));
    for (String key : List.of("ledger", "datasets")) {
      if (!report.path(key).equals(tree.path(key))) {
        throw changed(root.resolve(REPORT), "its " + key + " is not that of " + MANIFEST);
      }
    }
    List<Dataset> datasets = new ArrayList<>();
    for (JsonNode dataset : tree.path("datasets")) {
      datasets.add(dataset(root, dataset));
    }
    String sha256 = Hashing.sha256().hashBytes(manifest).toString();
    return new RunDirectory(root, tree, report, sha256, datasets);
  }

  private static Dataset dataset(Path root, JsonNode listed) {
    String name = listed.path("name").asText();
    Path folder = root.resolve(name);
    if (name.isEmpty() || !root.normalize().equals(folder.normalize().getParent())) {
      throw changed(root.resolve(MANIFEST), "it names a dataset that is no folder of the run");
    }
    Path file = folder.resolve(DatasetCommit.DESCRIPTION);
    if (!Files.exists(folder.resolve(DatasetCommit.SUCCESS))) {
      throw unusable(
          folder + " is not complete: it has no " + DatasetCommit.SUCCESS, "run the job again");
    }
    JsonNode described = tree(file, bytes(file));
    for (String key : List.of("name", "records", "bytes", "digest")) {
      if (!described.path(key).equals(listed.path(key))) {
        throw changed(file, "its " + key + " is not that of " + MANIFEST);
      }
    }
    List<Shard> shards = new ArrayList<>();
    long records = 0;
    long bytes = 0;
    for (JsonNode shard : described.path("shards")) {
      Path path = folder.resolve(shard.path("file").asText()).normalize();
      if (!folder.normalize().equals(path.getParent())) {
        throw changed(file, "it names a shard outside of its folder");
      }
      shards.add(
          new Shard(
              path,
              shard.path("records").asLong(),
              shard.path("bytes").asLong(),
              shard.path("sha256").asText(),
              shard.path("digest").asText()));
      records += shard.path("records").asLong();
      bytes += shard.path("bytes").asLong();
    }
    if (records != described.path("records").asLong()
        || bytes != described.path("bytes").asLong()) {
      throw changed(file, "its shards do not add up");
    }
    return new Dataset(name, shards);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE,
          file + (Files.exists(file) ? " cannot be read" : " is missing"),
          "the run is not whole; run the job again",
          e);
    }
  }

  private static JsonNode tree(Path file, byte[] bytes) {
    JsonNode tree;
    try {
      tree = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE, file + " is no JSON", "it was changed after the run; run it again", e);
    }
    if (tree == null || !tree.isObject()) {
      throw changed(file, "it holds no JSON object");
    }
    if (tree.path("format_version").asInt() != VERSION) {
      throw unusable(
          file + " has format_version " + tree.path("format_version") + ", must be " + VERSION,
          "use the version of Twinline that wrote it");
    }
    return tree;
  }

  /** The run's files contradict each other or their checksums. */
  static Failure changed(Path file, String why) {
    return unusable(
        file + " was changed after the run: " + why, "run the job again, or restore the file");
  }

  private static Failure unusable(String message, String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }
}
