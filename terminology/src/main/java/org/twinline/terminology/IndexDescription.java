package org.twinline.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an index directory holds: its {@code index.json}.
 *
 * @param contentHash the terminology's identity: SHA-256 over its sorted logical content
 * @param counts {@code concepts}, {@code names}, {@code relations}, {@code atoms}, {@code
 *     concepts.SYSTEM} and {@code designations.LANGUAGE}
 * @param files relative path to SHA-256, every file but {@code index.json}
 */
public record IndexDescription(
    String generator,
    String contentHash,
    SortedMap<String, Long> counts,
    List<SourceFile> sources,
    SortedMap<String, String> files) {
  /** The version of the directory's layout that this library writes and reads. */
  public static final int FORMAT = 1;

  static final String FILE = "index.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A file the terminology was built from. */
  public record SourceFile(String format, String name, String sha256) {}

  public IndexDescription {
    counts = new TreeMap<>(counts);
    sources = List.copyOf(sources);
    files = new TreeMap<>(files);
  }

  /** The number of concepts. */
  public long concepts() {
    return counts.getOrDefault("concepts", 0L);
  }

  /** The number of designations in all languages. */
  public long designations() {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith("designations."))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  void write(Path directory) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT).put("generator", generator).put("content_hash", contentHash);
    ObjectNode counted = root.putObject("counts");
    counts.forEach(counted::put);
    ArrayNode from = root.putArray("sources");
    sources.forEach(
        s -> from.addObject().put("format", s.format).put("name", s.name).put("sha256", s.sha256));
    ObjectNode hashes = root.putObject("files");
    files.forEach(hashes::put);
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(directory.resolve(FILE).toFile(), root);
  }

  /**
   * Reads the description of an index directory.
   *
   * @throws TerminologyException if there is none, or it is of another format version
   */
  public static IndexDescription read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new TerminologyException(
          "Cannot open terminology "
              + directory
              + ": it has no "
              + FILE
              + "; build it with twinline terminology build");
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new TerminologyException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    int format = root.path("format").asInt(0);
    if (format != FORMAT) {
      throw new TerminologyException(
          "Cannot open terminology "
              + directory
              + ": format version "
              + format
              + ", this program reads "
              + FORMAT
              + "; build it again");
    }
    SortedMap<String, Long> counts = new TreeMap<>();
    root.path("counts").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> e : root.path("files").properties()) {
      files.put(e.getKey(), e.getValue().asText());
    }
    List<SourceFile> sources = new ArrayList<>();
    for (JsonNode s : root.path("sources")) {
      sources.add(
          new SourceFile(
              s.path("format").asText(), s.path("name").asText(), s.path("sha256").asText()));
    }
    return new IndexDescription(
        root.path("generator").asText(),
        root.path("content_hash").asText(),
        counts,
        sources,
        files);
  }
}
