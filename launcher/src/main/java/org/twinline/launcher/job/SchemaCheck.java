package org.twinline.launcher.job;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The findings of a schema in the words of whoever wrote the file. */
final class SchemaCheck {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Compiling costs ten times as much as checking with what was compiled. */
  private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();

  private final JsonNode tree;
  private final Schema schema;
  private final Map<Pointer, Node.Places> places;
  private final Problems problems;

  private SchemaCheck(JsonNode tree, Map<Pointer, Node.Places> places, Problems problems) {
    this.tree = tree;
    this.places = places;
    this.problems = problems;
    schema = COMPILED.computeIfAbsent(tree, SchemaCheck::compiled);
  }

  private static Schema compiled(JsonNode tree) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
  }

  /** Reports all that the schema forbids. */
  static void check(
      JsonNode schema, JsonNode value, Map<Pointer, Node.Places> places, Problems problems) {
    SchemaCheck check = new SchemaCheck(schema, places, problems);
    for (Error error : check.schema.validate(value)) {
      check.report(error);
    }
  }

  private void report(Error error) {
    Pointer at = Pointer.ROOT;
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      at = at.child(error.getInstanceLocation().getElement(i));
    }
    String keyword = String.valueOf(error.getKeyword());
    if (problems.above(at) || error.getEvaluationPath().toString().contains("propertyNames")) {
      return; // said already
    }
    JsonNode rule = parent(error);
    switch (keyword) {
      case "additionalProperties" -> unknownKey(at, String.valueOf(error.getProperty()), rule);
      case "required" -> missingKey(at, String.valueOf(error.getProperty()), rule);
      default -> badValue(at, keyword, rule, error);
    }
  }

  /** The schema object that holds the keyword an error is about. */
  private JsonNode parent(Error error) {
    String fragment = String.valueOf(error.getSchemaLocation().getFragment());
    return tree.at(JsonPointer.compile(fragment.substring(0, fragment.lastIndexOf('/'))));
  }

  private void unknownKey(Pointer at, String key, JsonNode rule) {
    List<String> known = keys(rule);
    String asked = Suggestion.asked(key, known);
    if (asked.isEmpty()) {
      asked =
          elsewhere(key)
              .map(path -> "; did you mean '" + path + "'?")
              .orElseGet(() -> "; known here: " + String.join(", ", known));
    }
    Pointer child = at.child(key);
    problems.add(
        JobErrorCode.UNKNOWN_KEY,
        placeOf(child).key(),
        child,
        "unknown key " + Shown.quoted(key) + asked);
  }

  /**
   * A missing key; where one beside it looks like a misspelling of it, that is what is reported.
   */
  private void missingKey(Pointer at, String key, JsonNode rule) {
    List<String> known = keys(rule);
    if (placeOf(at).node() instanceof Node.Entries entries) {
      for (Node.Entry entry : entries.entries()) {
        if (!known.contains(entry.key())
            && Suggestion.of(entry.key(), known).equals(Optional.of(key))) {
          unknownKey(at, entry.key(), rule);
          return;
        }
      }
    }
    JsonNode values = rule.path("properties").path(key).path("enum");
    problems.add(
        JobErrorCode.MISSING_KEY,
        placeOf(at).key(),
        at.child(key),
        "missing key '"
            + key
            + "'"
            + (at.isRoot() ? "" : " in '" + at + "'")
            + (values.isEmpty() ? "" : "; it is one of " + list(values)));
  }

  private void badValue(Pointer at, String keyword, JsonNode rule, Error error) {
    Node node = placeOf(at).node();
    String must =
        switch (keyword) {
          case "type" -> "must be " + types(rule, node);
          case "enum" ->
              "must be " + (rule.path("enum").size() > 1 ? "one of " : "") + options(rule, node);
          case "minimum", "maximum" -> range(rule);
          case "minItems", "maxItems" -> "must have " + count(rule);
          case "maxLength" -> "must have at most " + rule.path(keyword) + " characters";
          case "minLength", "minProperties" -> "must not be empty";
          case "pattern" -> "must look like " + list(rule.path("examples"));
          case "uniqueItems" -> "must not name anything twice";
          default -> String.valueOf(error.getMessage());
        };
    String is = keyword.endsWith("Items") ? size(node) : is(node);
    problems.add(code(keyword), placeOf(at).value(), at, "'" + at + "' " + is + ", " + must);
  }

  private static JobErrorCode code(String keyword) {
    return switch (keyword) {
      case "type" -> JobErrorCode.WRONG_TYPE;
      case "enum", "const" -> JobErrorCode.UNKNOWN_WORD;
      case "minimum", "maximum", "minItems", "maxItems", "maxLength", "minLength" ->
          JobErrorCode.OUT_OF_RANGE;
      case "pattern" -> JobErrorCode.WRONG_FORM;
      default -> JobErrorCode.UNFIT;
    };
  }

  private static String is(Node node) {
    return switch (node.kind()) {
      case TEXT -> {
        Node.Text text = (Node.Text) node;
        boolean empty = text.plain() && Scalars.resolve(text.text()).isNull();
        yield empty || text.text().isEmpty() ? "is empty" : "is " + value(text);
      }
      case ITEMS -> "is a list";
      case ENTRIES -> "is a mapping";
      case REFUSED -> "is refused";
    };
  }

  private static String value(Node.Text text) {
    boolean bare = text.plain() && !Scalars.resolve(text.text()).isTextual();
    return bare ? text.text() : Shown.quoted(text.text());
  }

  private static String size(Node node) {
    int size = node instanceof Node.Items items ? items.items().size() : 0;
    return node instanceof Node.Items
        ? (size == 0 ? "is empty" : "has " + size + (size == 1 ? " entry" : " entries"))
        : is(node);
  }

  private static String types(JsonNode rule, Node node) {
    List<String> names = new ArrayList<>();
    JsonNode types = rule.path("type");
    for (JsonNode type : types.isArray() ? types : JSON.createArrayNode().add(types)) {
      names.add(
          switch (type.asText()) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "array" -> "a list";
            case "object" -> "a mapping";
            default -> type.asText();
          });
    }
    boolean bare =
        node instanceof Node.Text text
            && text.plain()
            && names.contains("a text")
            && !Scalars.resolve(text.text()).isNull();
    return or(names) + (bare ? ": put it in quotes" : "");
  }

  private String options(JsonNode rule, Node node) {
    List<String> values = texts(rule.path("enum"));
    String asked = node instanceof Node.Text text ? Suggestion.asked(text.text(), values) : "";
    return String.join(", ", values) + asked;
  }

  private static String range(JsonNode rule) {
    String low = rule.path("minimum").asText();
    return rule.has("maximum")
        ? "must be between " + low + " and " + rule.path("maximum").asText()
        : "must be at least " + low;
  }

  private static String count(JsonNode rule) {
    int least = rule.path("minItems").asInt();
    return rule.path("maxItems").asInt(-1) == least ? String.valueOf(least) : "at least " + least;
  }

  private static String list(JsonNode values) {
    return or(texts(values));
  }

  private static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static List<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> keys(JsonNode rule) {
    List<String> keys = new ArrayList<>();
    rule.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The dotted way to a key that exists in another section, if in exactly one. */
  private Optional<String> elsewhere(String key) {
    TreeSet<String> found = new TreeSet<>();
    Iterator<Map.Entry<String, JsonNode>> sections = tree.path("properties").fields();
    while (sections.hasNext()) {
      Map.Entry<String, JsonNode> section = sections.next();
      if (section.getKey().equals(key)) {
        found.add(key);
      } else if (section.getValue().path("properties").has(key)) {
        found.add(section.getKey() + "." + key);
      }
    }
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }

  private Node.Places placeOf(Pointer at) {
    return Objects.requireNonNull(places.get(at), at::toString);
  }
}
