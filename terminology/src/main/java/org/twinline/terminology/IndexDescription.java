package org.twinline.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an index directory holds: its {@code index.json}.
 *
 * <p>Its field {@code self_sha256} is the SHA-256 of the file itself with 64 zeros in the field's
 * place, so that a change anywhere in it is found too.
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
  public static final int FORMAT = 2;

  static final String FILE = "index.json";

  private static final String SELF = "self_sha256";
  private static final Pattern SELF_SUM = Pattern.compile("\"" + SELF + "\" : \"([0-9a-f]{64})\"");
  private static final String NO_SUM = "0".repeat(64);
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
    root.put(SELF, NO_SUM);
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    String sum = "\"" + SELF + "\" : \"";
    Files.writeString(directory.resolve(FILE), text.replace(sum + NO_SUM, sum + sum(text)));
  }

  private static String sum(String text) {
    MessageDigest digest = Checksums.sha256();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Checksums.hex(digest);
  }

  /**
   * Reads the description of an index directory.
   *
   * @throws TerminologyException if there is none, it was changed, or it is of another format
   *     version
   */
  public static IndexDescription read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw refusal(directory, "it has no " + FILE);
    }
    JsonNode root;
    String text;
    try {
      text = Files.readString(file);
      root = MAPPER.readTree(text);
    } catch (IOException e) {
      throw new TerminologyException(
          "Cannot read " + file + ": it is corrupt; build it again (" + e.getMessage() + ")", e);
    }
    int format = root.path("format").asInt(0);
    if (format != FORMAT) {
      throw refusal(
          directory, FILE + " states format version " + format + ", this program reads " + FORMAT);
    }
    Matcher self = SELF_SUM.matcher(text);
    if (!self.find()
        || !self.group(1)
            .equals(sum(text.substring(0, self.start(1)) + NO_SUM + text.substring(self.end(1))))) {
      throw refusal(directory, FILE + " is corrupt (its SHA-256 is not the one it states)");
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

  private static TerminologyException refusal(Path directory, String why) {
    return new TerminologyException(
        "Cannot open terminology %s: %s; build it again: twinline terminology build --out %s …"
            .formatted(directory, why, directory));
  }
}
