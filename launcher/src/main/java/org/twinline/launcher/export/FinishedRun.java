package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.export.Exports;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

/**
 * A run's folder that is complete and unchanged: it and each of its datasets have {@code _SUCCESS},
 * and every shard has the sha256 that its {@code dataset.json} says.
 */
record FinishedRun(JsonNode manifest, List<Exports.Source> datasets) {
  static final String MANIFEST = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SHARD = Pattern.compile("part-\\d{5,}\\.jsonl(\\.gz|\\.zst)?");
  private static final String AGAIN = "run the job again, or restore the folder";

  FinishedRun {
    datasets = List.copyOf(datasets);
  }

  /**
   * Opens a run and checks it; reads every shard once.
   *
   * @throws Failure with {@link ExitCode#USAGE} if it is not complete or was changed
   * @throws IOException if it cannot be read
   */
  static FinishedRun open(Path run) throws IOException {
    Path file = run.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ExitCode.USAGE,
          run + " is not a finished run: it has no " + MANIFEST,
          "name the output directory of twinline run");
    }
    requireSuccess(run);
    JsonNode manifest = json(file);
    List<Exports.Source> datasets = new ArrayList<>();
    for (JsonNode dataset : manifest.path("datasets")) {
      datasets.add(dataset(run, dataset));
    }
    return new FinishedRun(manifest, datasets);
  }

  private static void requireSuccess(Path folder) {
    if (!Files.exists(folder.resolve(DatasetCommit.SUCCESS))) {
      throw new Failure(
          ExitCode.USAGE,
          folder + " is not complete: it has no " + DatasetCommit.SUCCESS,
          "a run leaves none that failed or had too much bad content; mend it and run again");
    }
  }

  private static Exports.Source dataset(Path run, JsonNode listed) throws IOException {
    String name = listed.path("name").asText();
    if (!name.matches("[a-z][a-z-]*")) {
      throw new Failure(ExitCode.USAGE, run.resolve(MANIFEST) + " names no datasets", AGAIN);
    }
    Path folder = run.resolve(name);
    requireSuccess(folder);
    Path file = folder.resolve(DatasetCommit.DESCRIPTION);
    JsonNode description = json(file);
    if (!description.path("digest").equals(listed.path("digest"))) {
      throw new Failure(
          ExitCode.USAGE, file + " has another digest than " + run.resolve(MANIFEST), AGAIN);
    }
    List<Path> shards = new ArrayList<>();
    for (JsonNode shard : description.path("shards")) {
      shards.add(shard(folder, file, shard));
    }
    return new Exports.Source(name, shards);
  }

  private static Path shard(Path folder, Path description, JsonNode shard) throws IOException {
    String name = shard.path("file").asText();
    if (!SHARD.matcher(name).matches()) {
      throw new Failure(ExitCode.USAGE, description + " names a file that is no shard", AGAIN);
    }
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw new Failure(ExitCode.USAGE, "no such file: " + path, AGAIN);
    }
    if (!sha256(path).equals(shard.path("sha256").asText())) {
      throw new Failure(
          ExitCode.USAGE, path + " has another sha256 than " + description + " says", AGAIN);
    }
    return path;
  }

  private static JsonNode json(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure(ExitCode.USAGE, "no such file: " + file, AGAIN);
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new Failure(ExitCode.USAGE, file + " is not JSON", AGAIN, e);
    }
  }

  static String sha256(Path file) throws IOException {
    return com.google.common.io.Files.asByteSource(file.toFile()).hash(Hashing.sha256()).toString();
  }
}
