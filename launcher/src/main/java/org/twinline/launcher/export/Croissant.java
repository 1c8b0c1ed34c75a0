package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * {@code croissant.json} of a run: MLCommons Croissant 1.0 (mlcommons.org/croissant/1.0), every
 * file with its sha256 and every dataset as a set of records with typed fields.
 */
public final class Croissant {
  /** The description's file. */
  public static final String FILE = "croissant.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String CONTEXT = "croissant-context.json";
  private static final List<String> ROOT_FILES =
      List.of(FinishedRun.MANIFEST, "report.json", "report.html", DatasetCard.FILE);

  private Croissant() {}

  /** Describes a run whose other files are all written, but for {@code _SUCCESS}. */
  public static void write(Path root) throws IOException {
    RunFolder run = RunFolder.read(root);
    JsonNode manifest = run.manifest();
    ObjectNode croissant = JSON.createObjectNode();
    croissant.set("@context", context());
    croissant.put("@type", "sc:Dataset");
    croissant.put("conformsTo", "http://mlcommons.org/croissant/1.0");
    croissant.put("name", Plain.line(run.name()));
    croissant.put(
        "description",
        "Question, chain of thought, answer triples for medical reasoning models, curated by"
            + " Twinline: verified triples, prompts, preference pairs and best answers, with what"
            + " was rejected and why. README.md is the dataset card.");
    croissant.putObject("license").put("@type", "sc:CreativeWork").put("name", run.license());
    croissant.put("url", "./");
    croissant
        .putObject("creator")
        .put("@type", "sc:Organization")
        .put("name", "unstated (made with Twinline)");
    croissant.put("datePublished", manifest.path("started").asText().substring(0, 10));
    croissant.put("version", "1.0.0");
    ArrayNode languages = JSON.createArrayNode();
    Languages.of(run).forEach(languages::add);
    if (!languages.isEmpty()) {
      croissant.set("inLanguage", languages);
    }
    croissant.putArray("keywords").add("medical").add("chain of thought").add("twinline");
    croissant.put("isLiveDataset", false);
    ArrayNode distribution = croissant.putArray("distribution");
    for (String file : ROOT_FILES) {
      file(root, file, type(file), distribution);
    }
    for (JsonNode export : manifest.path("exports")) {
      if (export.has("file")) {
        String path = RunExports.FOLDER + "/" + export.path("file").asText();
        file(
            path,
            type(path),
            export.path("bytes").asLong(),
            export.path("sha256").asText(),
            distribution);
      }
    }
    ArrayNode records = croissant.putArray("recordSet");
    for (RunFolder.Dataset dataset : run.filled()) {
      RecordSets.distribution(dataset, distribution);
      records.add(RecordSets.of(dataset));
    }
    Files.write(root.resolve(FILE), JSON.writeValueAsBytes(croissant));
  }

  private static void file(Path root, String name, String type, ArrayNode distribution)
      throws IOException {
    Path path = root.resolve(name);
    file(name, type, Files.size(path), FinishedRun.sha256(path), distribution);
  }

  static void file(String path, String type, long bytes, String sha256, ArrayNode distribution) {
    distribution
        .addObject()
        .put("@type", "cr:FileObject")
        .put("@id", path)
        .put("name", path)
        .put("contentUrl", path)
        .put("contentSize", bytes + " B")
        .put("encodingFormat", type)
        .put("sha256", sha256);
  }

  /** The media type of a file by its name. */
  static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "jsonl" -> "application/jsonlines";
      case "gz" -> "application/gzip";
      case "zst" -> "application/zstd";
      case "parquet" -> "application/x-parquet";
      case "md" -> "text/markdown";
      case "html" -> "text/html";
      default -> "application/json";
    };
  }

  private static JsonNode context() {
    try (InputStream in =
        Objects.requireNonNull(Croissant.class.getResourceAsStream(CONTEXT), CONTEXT)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packed " + CONTEXT, e);
    }
  }
}
