package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;

/** Tells for every value of a resolved job where it was written, if anywhere. */
final class Origins {
  private final Map<Pointer, Node.Places> places = new HashMap<>();

  /**
   * Origins by what was written.
   *
   * @param written the job file with its overrides, parameters not yet put in
   */
  Origins(Node.Entries written) {
    written.toJson(Pointer.ROOT, places);
  }

  /** The whole configuration, in the order of the schema. */
  List<Setting> of(Job job) {
    List<Setting> settings = new ArrayList<>();
    add(ResolvedJob.tree(job), Pointer.ROOT, settings);
    return settings;
  }

  private void add(JsonNode node, Pointer at, List<Setting> settings) {
    boolean whole = !node.isContainerNode() || node.isEmpty() || isPlainList(node, at);
    if (whole && !at.isRoot()) {
      settings.add(new Setting(at.toString(), node.toString(), origin(node, at)));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(node.get(i), at.child(i), settings);
      }
    } else {
      node.fields().forEachRemaining(f -> add(f.getValue(), at.child(f.getKey()), settings));
    }
  }

  /** A list of plain values that were all written in one place, or nowhere. */
  private boolean isPlainList(JsonNode node, Pointer at) {
    if (!node.isArray()
        || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isValueNode)) {
      return false;
    }
    Origin.Kind kind = written(at).kind();
    for (int i = 0; i < node.size(); i++) {
      if (places.containsKey(at.child(i)) && written(at.child(i)).kind() != kind) {
        return false;
      }
    }
    return true;
  }

  private Origin origin(JsonNode node, Pointer at) {
    Origin origin = written(at);
    TreeSet<String> parameters = new TreeSet<>(origin.parameters());
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      parameters.addAll(written(at.child(i)).parameters());
    }
    return new Origin(origin.kind(), origin.place(), List.copyOf(parameters));
  }

  /** Where a value was written; of a list of one that was written as a text, where that stands. */
  private Origin written(Pointer at) {
    return place(at)
        .or(() -> at.isRoot() ? Optional.empty() : place(at.parent()).filter(p -> isText(p)))
        .map(Origins::origin)
        .orElse(Origin.DEFAULT);
  }

  private Optional<Node.Places> place(Pointer at) {
    return Optional.ofNullable(places.get(at));
  }

  private static boolean isText(Node.Places places) {
    return places.node() instanceof Node.Text;
  }

  private static Origin origin(Node.Places written) {
    Place place = written.value();
    TreeSet<String> parameters = new TreeSet<>();
    if (written.node() instanceof Node.Text text) {
      Matcher references = Parameters.REFERENCE.matcher(text.text());
      while (references.find()) {
        parameters.add(String.valueOf(references.group(1)));
      }
    }
    return new Origin(
        place.inFile() ? Origin.Kind.FILE : Origin.Kind.SET,
        place.toString(),
        List.copyOf(parameters));
  }
}
