package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Makes every mistake that can be made mechanically in a real job file: each key misspelt in three
 * ways and written twice, each value of another type, out of range, misspelt, empty or leading
 * nowhere.
 */
final class Mutations {
  private static final String REFERENCE = "${";

  private final String name;
  private final String text;
  private final JsonNode schema = JobSchema.tree();
  private final List<Mutation> made = new ArrayList<>();

  private Mutations(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** All mistakes in all files of a folder, sorted by file, then in the order of the file. */
  static List<Mutation> of(Path jobs, String data) throws IOException {
    List<Mutation> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(jobs)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file).replace("../shared/data", data);
        all.addAll(new Mutations(String.valueOf(file.getFileName()), text).made());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return all;
  }

  private List<Mutation> made() {
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    entries((MappingNode) root, schema, "", Set.of());
    return made;
  }

  /**
   * @param rule what the schema says of the mapping
   * @param scores the known names where keys are names of scores
   */
  private void entries(MappingNode node, JsonNode rule, String at, Set<String> scores) {
    Set<String> known = new TreeSet<>(scores);
    rule.path("properties").fieldNames().forEachRemaining(known::add);
    for (NodeTuple entry : node.getValue()) {
      ScalarNode key = (ScalarNode) entry.getKeyNode();
      String way = at + "/" + key.getValue();
      boolean parameters = at.equals("/parameters");
      if (!parameters) {
        misspelt(way, key, key.getValue(), known);
      }
      if (at.isEmpty()) {
        twice(way, key);
      }
      JsonNode below = resolve(rule.path("properties").path(key.getValue()), entry.getValueNode());
      boolean weights = at.equals("/composite");
      value(
          way,
          entry.getValueNode(),
          parameters || !scores.isEmpty()
              ? resolve(rule.path("additionalProperties"), node)
              : below,
          weights ? Set.of("outcome", "process", "rule", "consistency") : Set.of());
    }
  }

  private void value(String way, Node node, JsonNode rule, Set<String> scores) {
    if (node instanceof MappingNode mapping) {
      boolean text = rule.path("type").toString().contains("string");
      replaced(way + " is a value", node, text ? "7" : "text", Optional.empty());
      entries(mapping, rule, way, scores);
    } else if (node instanceof SequenceNode list) {
      replaced(way + " is a text", list, "7", Optional.empty());
      for (int i = 0; i < list.getValue().size(); i++) {
        Node item = list.getValue().get(i);
        value(way + "/" + i, item, resolve(rule.path("items"), item), scores);
      }
    } else {
      scalar(way, (ScalarNode) node, rule);
    }
  }

  private void scalar(String way, ScalarNode node, JsonNode rule) {
    String value = node.getValue();
    boolean number = rule.path("type").asText().matches("number|integer");
    if (!way.startsWith("/parameters")) {
      replaced(way + " is empty", node, "''", Optional.empty());
    }
    if (number) {
      replaced(way + " is a word", node, "often", Optional.empty());
      replaced(way + " is too large", node, "9".repeat(25), Optional.empty());
      replaced(way + " is a list", node, "[" + value + "]", Optional.empty());
    } else if (rule.has("enum")) {
      Set<String> words = new TreeSet<>();
      rule.path("enum").forEach(word -> words.add(word.asText()));
      misspelt(way, node, value, words);
      replaced(way + " is a number", node, "3", Optional.empty());
    } else {
      replaced(way + " is a number", node, "3", Optional.empty());
      if (!rule.path("type").toString().contains("object")) {
        replaced(way + " is a mapping", node, "{a: b}", Optional.empty());
      }
      if (value.contains(REFERENCE)) {
        String parameter = value.substring(value.indexOf(REFERENCE) + 2, value.indexOf('}'));
        String wrong = value.replace(REFERENCE + parameter, REFERENCE + swapped(parameter));
        replaced(way + " names no parameter", node, wrong, Optional.of(parameter));
        String last = value.substring(value.lastIndexOf('/') + 1);
        if (!way.startsWith("/parameters")) {
          String gone = value.replace("/" + last, "/" + swapped(last));
          replaced(way + " leads nowhere", node, gone, Optional.of(last));
        }
      }
    }
  }

  /** Every way of misspelling a word that does not make it another known one. */
  private void misspelt(String way, ScalarNode node, String word, Set<String> known) {
    int middle = word.length() / 2;
    String missing = word.substring(0, middle) + word.substring(middle + 1);
    String extra = word.substring(0, middle) + "x" + word.substring(middle);
    for (String wrong : Set.of(swapped(word), missing, extra)) {
      if (!known.contains(wrong) && !wrong.isEmpty() && !wrong.equals(word)) {
        replaced(way + " is " + wrong, node, wrong, Optional.of(word));
      }
    }
  }

  /** Two neighbours that differ, swapped; the first two from the middle on. */
  private static String swapped(String word) {
    for (int i = Math.max(1, word.length() / 2); i < word.length(); i++) {
      if (word.charAt(i) != word.charAt(i - 1) && word.charAt(i) != '.') {
        return word.substring(0, i - 1)
            + word.charAt(i)
            + word.charAt(i - 1)
            + word.substring(i + 1);
      }
    }
    return word + "x";
  }

  private void twice(String way, ScalarNode key) {
    String again = text + key.getValue() + ": x\n";
    int line = (int) text.chars().filter(point -> point == '\n').count() + 1;
    made.add(new Mutation(name + way + " twice", again, line, 1, Optional.empty()));
  }

  private void replaced(String what, Node node, String by, Optional<String> meant) {
    Mark start = node.getStartMark();
    int from = text.offsetByCodePoints(0, start.getIndex());
    int to = text.offsetByCodePoints(0, end(node));
    made.add(
        new Mutation(
            name + what,
            text.substring(0, from) + by + text.substring(to),
            start.getLine() + 1,
            start.getColumn() + 1,
            meant));
  }

  /** A block's end mark lies at the next token; what is replaced ends with its last value. */
  private static int end(Node node) {
    if (node instanceof MappingNode mapping && !flow(mapping.getEndMark())) {
      return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && !flow(list.getEndMark())) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    return node.getEndMark().getIndex();
  }

  private static boolean flow(Mark end) {
    int before = end.getBuffer()[Math.max(0, end.getPointer() - 1)];
    return before == '}' || before == ']';
  }

  /** A rule with its reference followed; of rewards the one that {@code use} names. */
  private JsonNode resolve(JsonNode rule, Node value) {
    JsonNode found = rule;
    if (rule.has("$ref")) {
      found = schema.path("$defs").path(rule.path("$ref").asText().replace("#/$defs/", ""));
    }
    if (found.has("allOf") && value instanceof MappingNode reward) {
      for (NodeTuple entry : reward.getValue()) {
        if (((ScalarNode) entry.getKeyNode()).getValue().equals("use")) {
          String use = ((ScalarNode) entry.getValueNode()).getValue();
          return judge(schema.path("$defs").path(use), found.path("properties").path("use"));
        }
      }
    }
    return found;
  }

  /** The rule of one judge, its {@code use} with the words that may stand there. */
  private static JsonNode judge(JsonNode rule, JsonNode use) {
    ObjectNode copy = rule.deepCopy();
    ((ObjectNode) copy.path("properties")).set("use", use);
    return copy;
  }
}
