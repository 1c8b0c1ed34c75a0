package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A gate file, read with the places of its values and checked against its schema. Whoever reads it
 * on adds what a schema cannot say, at the value's place; values are named by the steps from the
 * root: keys, and indices as texts.
 */
public final class CheckedYaml {
  private final JsonNode tree;
  private final Map<Pointer, Node.Places> places;
  private final Problems problems;
  private final List<JobError> unreadable;

  private CheckedYaml(
      JsonNode tree,
      Map<Pointer, Node.Places> places,
      Problems problems,
      List<JobError> unreadable) {
    this.tree = tree;
    this.places = places;
    this.problems = problems;
    this.unreadable = unreadable;
  }

  /**
   * Reads a gate file. Everything wrong with it is in {@link #errors}.
   *
   * @param least what such a file has at least, for the message about an empty one
   * @param example of a line, for the message about a file that is no mapping
   */
  public static CheckedYaml gate(Path file, JsonNode schema, String least, String example) {
    SourceText read = SourceText.of(file, FileKind.GATE);
    Map<Pointer, Node.Places> places = new HashMap<>();
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    if (read.text().isEmpty()) {
      return new CheckedYaml(nothing, places, new Problems(""), read.errors());
    }
    Problems problems = new Problems(read.text().get());
    Optional<Node> parsed =
        YamlTree.parse(FileKind.GATE, read.source(), read.text().get(), problems);
    if (parsed.isEmpty() && problems.none()) {
      String message = "is empty; a gate file has at least " + least;
      JobError error =
          new JobError(JobErrorCode.MISSING_KEY, read.source(), message, Optional.empty());
      return new CheckedYaml(nothing, places, problems, List.of(error));
    }
    if (parsed.isPresent() && !(parsed.get() instanceof Node.Entries)) {
      problems.add(
          parsed.get().place(),
          Pointer.ROOT,
          "a gate file is a mapping of keys, such as '" + example + "'");
    }
    if (parsed.isEmpty() || !(parsed.get() instanceof Node.Entries entries)) {
      return new CheckedYaml(nothing, places, problems, List.of());
    }
    JsonNode tree = entries.toJson(Pointer.ROOT, places);
    SchemaCheck.check(schema, tree, places, problems);
    return new CheckedYaml(tree, places, problems, List.of());
  }

  /** The file's values; an empty object where it could not be read. */
  public JsonNode tree() {
    return tree;
  }

  /** Whether something at or below a value is wrong. */
  public boolean wrong(String... steps) {
    return problems.below(Pointer.of(steps)) || problems.above(Pointer.of(steps));
  }

  /** Reports what is wrong with a value; said of its nearest parent where it is not in the file. */
  public void problem(String message, String... steps) {
    Pointer at = Pointer.of(steps);
    problems.add(placesOf(at).value(), at, "'" + at + "' " + message);
  }

  /** The line that a value stands in, counted from 1; empty where the file has no such value. */
  public OptionalInt line(String... steps) {
    Node.Places found = places.get(Pointer.of(steps));
    return found == null ? OptionalInt.empty() : OptionalInt.of(found.value().line());
  }

  /** All errors in the order of the file; empty where it is well formed. */
  public List<JobError> errors() {
    return unreadable.isEmpty() ? problems.errors() : unreadable;
  }

  /** {@code ; did you mean 'x'?} or, where nothing is near, {@code ; known are: x, y}. */
  public static String asked(String word, Collection<String> known) {
    String asked = Suggestion.asked(word, known);
    return asked.isEmpty() ? "; known are: " + String.join(", ", known) : asked;
  }

  /** A value as messages show it: in quotes, inert and cut to a readable length. */
  public static String quoted(String text) {
    return Shown.quoted(text);
  }

  private Node.Places placesOf(Pointer at) {
    Pointer known = at;
    while (!places.containsKey(known) && !known.isRoot()) {
      known = new Pointer(known.steps().subList(0, known.steps().size() - 1));
    }
    return Objects.requireNonNull(places.get(known), known::toString);
  }
}
