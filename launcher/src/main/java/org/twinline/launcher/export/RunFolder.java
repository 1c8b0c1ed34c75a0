package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twinline.core.dataset.DatasetCommit;

/** A run's folder as it was just written: the manifest and what each {@code dataset.json} says. */
record RunFolder(Path root, JsonNode manifest, List<Dataset> datasets) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RunFolder {
    datasets = List.copyOf(datasets);
  }

  /** A dataset's name and its shards, in their order. */
  record Dataset(String name, String compression, long records, long bytes, List<Shard> shards) {
    Dataset {
      shards = List.copyOf(shards);
    }

    /** The ending of its shards' names: {@code .jsonl}, {@code .jsonl.gz} or {@code .jsonl.zst}. */
    String extension() {
      String file = shards.get(0).file();
      return file.substring(file.indexOf('.'));
    }
  }

  /** A shard of a dataset. */
  record Shard(String file, long bytes, String sha256) {}

  static RunFolder read(Path root) throws IOException {
    JsonNode manifest = json(root.resolve(FinishedRun.MANIFEST));
    List<Dataset> datasets = new ArrayList<>();
    for (JsonNode listed : manifest.path("datasets")) {
      String name = listed.path("name").asText();
      JsonNode dataset = json(root.resolve(name).resolve(DatasetCommit.DESCRIPTION));
      List<Shard> shards = new ArrayList<>();
      for (JsonNode shard : dataset.path("shards")) {
        shards.add(
            new Shard(
                shard.path("file").asText(),
                shard.path("bytes").asLong(),
                shard.path("sha256").asText()));
      }
      datasets.add(
          new Dataset(
              name,
              dataset.path("compression").asText(),
              dataset.path("records").asLong(),
              dataset.path("bytes").asLong(),
              shards));
    }
    return new RunFolder(root, manifest, datasets);
  }

  /** Datasets that hold records: those a loader can open. */
  List<Dataset> filled() {
    return datasets.stream().filter(dataset -> !dataset.shards().isEmpty()).toList();
  }

  /** The job's name, else its line. */
  String name() {
    return manifest.path("name").asText();
  }

  /** As the job states it. */
  String license() {
    return manifest.path("job").path("output").path("license").asText("other");
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }
}
