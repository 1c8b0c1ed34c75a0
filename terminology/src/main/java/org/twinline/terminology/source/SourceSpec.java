package org.twinline.terminology.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinline.core.Require;

/**
 * A source as it is named on the command line or in a file of sources.
 *
 * @param path a file, a pattern or a folder
 */
public record SourceSpec(String format, Path path, Map<String, String> keys) {
  public SourceSpec {
    keys = Map.copyOf(keys);
    Require.argument(!format.isEmpty(), "Cannot read a source without a format");
  }

  /**
   * Parses {@code FORMAT:PATH#key=value,key=value}. A comma or backslash in a value is written
   * {@code \,} or {@code \\}; the last {@code #} that is followed by {@code key=} starts the keys.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static SourceSpec parse(String text) {
    int colon = text.indexOf(':');
    Require.argument(
        colon > 0 && colon < text.length() - 1,
        "illegal source '%s', must be FORMAT:PATH or FORMAT:PATH#key=value,key=value",
        text);
    String format = text.substring(0, colon);
    String rest = text.substring(colon + 1);
    int hash = keysFrom(rest);
    Map<String, String> keys = new LinkedHashMap<>();
    if (hash >= 0) {
      for (String pair : pairs(rest.substring(hash + 1))) {
        int equals = pair.indexOf('=');
        Require.argument(
            equals > 0, "illegal key in source '%s': '%s', must be key=value", text, pair);
        String before = keys.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        Require.argument(before == null, "source '%s' states '%s' twice", text, pair);
      }
    }
    return new SourceSpec(format, Path.of(hash < 0 ? rest : rest.substring(0, hash)), keys);
  }

  private static int keysFrom(String rest) {
    for (int i = rest.lastIndexOf('#'); i >= 0; i = rest.lastIndexOf('#', i - 1)) {
      if (rest.substring(i + 1).matches("[a-z][a-z0-9_-]*=(?s:.*)")) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    StringBuilder pair = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escapes =
          c == '\\' && i + 1 < text.length() && ",\\".indexOf(text.charAt(i + 1)) >= 0;
      if (escapes) {
        pair.append(text.charAt(++i));
      } else if (c == ',') {
        pairs.add(pair.toString());
        pair.setLength(0);
      } else {
        pair.append(c);
      }
    }
    pairs.add(pair.toString());
    return pairs;
  }

  /**
   * The sources of a document: an array of objects with {@code format}, {@code path} and keys, or
   * an object whose only key {@code sources} holds that array. JSON or YAML makes no difference
   * here.
   *
   * @param base the folder that relative paths start from
   * @throws IllegalArgumentException naming the source by its number if it has another form
   */
  public static List<SourceSpec> of(JsonNode document, Path base) {
    boolean wrapped = document.isObject() && document.size() == 1 && document.has("sources");
    JsonNode list = wrapped ? document.get("sources") : document;
    Require.argument(
        list.isArray() && !list.isEmpty(), "the file of sources must hold a list of sources");
    List<SourceSpec> specs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      specs.add(of(list.get(i), base, i + 1));
    }
    return List.copyOf(specs);
  }

  private static SourceSpec of(JsonNode source, Path base, int number) {
    Require.argument(
        source.isObject() && source.path("format").isTextual() && source.path("path").isTextual(),
        "source %s must be an object with the texts 'format' and 'path'",
        number);
    Map<String, String> keys = new LinkedHashMap<>();
    source
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("format") && !field.getKey().equals("path")) {
                Require.argument(
                    field.getValue().isValueNode() && !field.getValue().isNull(),
                    "key '%s' of source %s must be a text, a number, true or false",
                    field.getKey(),
                    number);
                keys.put(field.getKey(), field.getValue().asText());
              }
            });
    return new SourceSpec(
        source.get("format").textValue(), base.resolve(source.get("path").textValue()), keys);
  }

  /**
   * What reads it.
   *
   * @throws IllegalArgumentException if format, key, value or path is wrong
   * @throws IOException if a folder cannot be listed
   */
  public List<TerminologySource> sources() throws IOException {
    return Sources.of(format, path, keys);
  }
}
