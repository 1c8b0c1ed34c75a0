package org.twinline.launcher.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies {@code --set a.b=c} settings to the tree of a job file, in their order. */
final class Overrides {
  private final Problems problems;
  private final String setting;
  private final Place place;

  private Overrides(String setting, Problems problems) {
    this.setting = setting;
    this.problems = problems;
    place = Place.override(setting);
  }

  static Node apply(Node root, List<String> settings, Problems problems) {
    Node changed = root;
    for (String setting : settings) {
      changed = new Overrides(setting, problems).applied(changed);
    }
    return changed;
  }

  private Node applied(Node root) {
    int equals = setting.indexOf('=');
    if (equals <= 0) {
      problem("must look like key=value, for example --set runner.parallelism=4");
      return root;
    }
    Pointer path = Pointer.of(setting.substring(0, equals).split("\\.", -1));
    if (path.steps().contains("")) {
      problem("the key has an empty step between its dots");
      return root;
    }
    return value(path, setting.substring(equals + 1))
        .map(value -> set(root, path, 0, value))
        .orElse(root);
  }

  /** A scalar as it stands, except in quotes; a list in brackets. Parameters are always texts. */
  private Optional<Node> value(Pointer path, String text) {
    boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
    boolean list = text.startsWith("[") && text.endsWith("]");
    boolean parameter = path.startsWith(Pointer.of("parameters"));
    if (parameter || !(quoted || list)) {
      return Optional.of(new Node.Text(place, text, !parameter));
    }
    Problems inValue = new Problems(text);
    Optional<Node> parsed = YamlTree.parse(FileKind.JOB, setting, text, inValue);
    inValue.errors().forEach(error -> problem(error.message()));
    return inValue.none() ? parsed.map(this::placed) : Optional.empty();
  }

  private Node placed(Node node) {
    return switch (node.kind()) {
      case TEXT -> new Node.Text(place, ((Node.Text) node).text(), ((Node.Text) node).plain());
      case ITEMS ->
          new Node.Items(place, ((Node.Items) node).items().stream().map(this::placed).toList());
      case ENTRIES ->
          new Node.Entries(
              place,
              ((Node.Entries) node)
                  .entries().stream()
                      .map(entry -> new Node.Entry(place, entry.key(), placed(entry.value())))
                      .toList());
      case REFUSED -> node;
    };
  }

  private Node set(Node node, Pointer path, int depth, Node value) {
    if (depth == path.steps().size()) {
      return value;
    }
    String step = path.steps().get(depth);
    return switch (node.kind()) {
      case ENTRIES -> setKey((Node.Entries) node, path, depth, value);
      case ITEMS -> setItem((Node.Items) node, path, depth, value);
      case TEXT -> {
        problem(parent(path, depth) + " is a single value and has no '" + step + "'");
        yield node;
      }
      case REFUSED -> node;
    };
  }

  private Node setKey(Node.Entries node, Pointer path, int depth, Node value) {
    String step = path.steps().get(depth);
    List<Node.Entry> entries = new ArrayList<>(node.entries());
    boolean last = depth == path.steps().size() - 1;
    for (int i = 0; i < entries.size(); i++) {
      Node.Entry entry = entries.get(i);
      if (entry.key().equals(step)) {
        Place keyPlace = last ? place : entry.place();
        entries.set(i, new Node.Entry(keyPlace, step, set(entry.value(), path, depth + 1, value)));
        return new Node.Entries(node.place(), entries);
      }
    }
    entries.add(new Node.Entry(place, step, set(fresh(path, depth + 1), path, depth + 1, value)));
    return new Node.Entries(node.place(), entries);
  }

  private Node setItem(Node.Items node, Pointer path, int depth, Node value) {
    String step = path.steps().get(depth);
    List<Node> items = new ArrayList<>(node.items());
    int index = step.matches("[0-9]{1,4}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
    if (index > items.size()) {
      problem(
          parent(path, depth)
              + " is a list of "
              + items.size()
              + "; its entries are numbered from 0, there is no '"
              + step
              + "'");
      return node;
    }
    if (index == items.size()) {
      items.add(fresh(path, depth + 1));
    }
    items.set(index, set(items.get(index), path, depth + 1, value));
    return new Node.Items(node.place(), items);
  }

  /** What a key that is not there yet holds before its own steps are set. */
  private Node fresh(Pointer path, int depth) {
    boolean list = depth < path.steps().size() && path.steps().get(depth).equals("0");
    return list ? new Node.Items(place, List.of()) : new Node.Entries(place, List.of());
  }

  private static String parent(Pointer path, int depth) {
    return "'" + new Pointer(path.steps().subList(0, depth)) + "'";
  }

  private void problem(String message) {
    problems.add(JobErrorCode.BAD_SETTING, place, Pointer.ROOT, message);
  }
}
