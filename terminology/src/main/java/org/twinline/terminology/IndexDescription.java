package org.twinline.terminology;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;

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
  public static final int FORMAT = 3;

  static final String FILE = "index.json";

  private static final String SELF = "self_sha256";
  private static final Pattern SELF_SUM = Pattern.compile("\"" + SELF + "\" : \"([0-9a-f]{64})\"");
  private static final String NO_SUM = "0".repeat(64);

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
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT).put("generator", generator).put("content_hash", contentHash);
    ObjectNode counted = root.putObject("counts");
    counts.forEach(counted::put);
    ArrayNode from = root.putArray("sources");
    sources.forEach(
        s -> from.addObject().put("format", s.format).put("name", s.name).put("sha256", s.sha256));
    ObjectNode hashes = root.putObject("files");
    files.forEach(hashes::put);
    root.put(SELF, NO_SUM);
    String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
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
    try {
      byte[] bytes = Files.readAllBytes(file);
      // Read as the records are, not by databind: a quarter of a second less at every opening.
      JsonValue.Obj root = Json.readStrict(bytes, Limits.DEFAULT);
      int format = (int) Read.number("format", Read.required(root, "format"));
      if (format != FORMAT) {
        throw refusal(
            directory,
            FILE + " states format version " + format + ", this program reads " + FORMAT);
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      Matcher self = SELF_SUM.matcher(text);
      if (!self.find() || !self.group(1).equals(sum(blanked(text, self)))) {
        throw refusal(directory, FILE + " is corrupt (its SHA-256 is not the one it states)");
      }
      return of(root);
    } catch (IOException | MalformedRecord e) {
      throw new TerminologyException(
          "Cannot read " + file + ": it is corrupt; build it again (" + e.getMessage() + ")", e);
    }
  }

  private static String blanked(String text, Matcher self) {
    return text.substring(0, self.start(1)) + NO_SUM + text.substring(self.end(1));
  }

  private static IndexDescription of(JsonValue.Obj root) throws MalformedRecord {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, JsonValue> count : members(root, "counts")) {
      counts.put(count.getKey(), (long) Read.number(count.getKey(), count.getValue()));
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonValue> file : members(root, "files")) {
      files.put(file.getKey(), Read.text(file.getKey(), file.getValue()));
    }
    return new IndexDescription(
        text(root, "generator"),
        text(root, "content_hash"),
        counts,
        Read.list(root, "sources", (field, value) -> source(Read.object(field, value))),
        files);
  }

  private static SourceFile source(JsonValue.Obj source) throws MalformedRecord {
    return new SourceFile(text(source, "format"), text(source, "name"), text(source, "sha256"));
  }

  private static Set<Map.Entry<String, JsonValue>> members(JsonValue.Obj root, String field)
      throws MalformedRecord {
    return Read.object(field, Read.required(root, field)).members().entrySet();
  }

  private static String text(JsonValue.Obj object, String field) throws MalformedRecord {
    return Read.text(field, Read.required(object, field));
  }

  private static TerminologyException refusal(Path directory, String why) {
    return new TerminologyException(
        "Cannot open terminology %s: %s; build it again: twinline terminology build --out %s …"
            .formatted(directory, why, directory));
  }
}
