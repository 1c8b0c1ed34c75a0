package org.twinline.launcher.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of parameters in the place of {@code ${name}} in texts. */
final class Parameters {
  /** The built-in parameter: where Twinline is installed. */
  static final String HOME = "home";

  static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final Problems problems;
  private final Map<String, String> values;

  private Parameters(Map<String, String> values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The tree with every reference replaced. Parameters themselves may refer to home only. */
  static Node substitute(Node.Entries root, String home, Problems problems) {
    Parameters builtIn = new Parameters(Map.of(HOME, home), problems);
    Map<String, String> values = new TreeMap<>(builtIn.values);
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      if (entry.key().equals("parameters")) {
        Pointer at = Pointer.of("parameters");
        Node value = builtIn.replaced(entry.value(), at);
        entries.add(new Node.Entry(entry.place(), entry.key(), value));
        if (value instanceof Node.Entries given) {
          given.entries().forEach(one -> define(one, at, values, problems));
        }
      }
    }
    Parameters all = new Parameters(values, problems);
    List<Node.Entry> result = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      if (entry.key().equals("parameters")) {
        result.add(entries.remove(0));
      } else {
        Node value = all.replaced(entry.value(), Pointer.of(entry.key()));
        result.add(new Node.Entry(entry.place(), entry.key(), value));
      }
    }
    return new Node.Entries(root.place(), result);
  }

  private static void define(
      Node.Entry entry, Pointer parent, Map<String, String> values, Problems problems) {
    Pointer at = parent.child(entry.key());
    if (entry.key().equals(HOME)) {
      problems.add(
          JobErrorCode.WRONG_FORM,
          entry.place(),
          at,
          "'home' is built in: where Twinline is installed");
    } else if (!NAME.matcher(entry.key()).matches()) {
      problems.add(
          JobErrorCode.WRONG_FORM,
          entry.place(),
          at,
          "illegal parameter name "
              + Shown.quoted(entry.key())
              + ", must be letters, digits, '_' and '-', a letter first");
    }
    // A value of another type is the schema's to refuse; its name is known all the same.
    values.putIfAbsent(entry.key(), entry.value() instanceof Node.Text text ? text.text() : "");
  }

  private Node replaced(Node node, Pointer at) {
    return switch (node.kind()) {
      case TEXT -> text((Node.Text) node, at);
      case ITEMS -> {
        List<Node> items = new ArrayList<>();
        for (Node item : ((Node.Items) node).items()) {
          items.add(replaced(item, at.child(items.size())));
        }
        yield new Node.Items(node.place(), items);
      }
      case ENTRIES ->
          new Node.Entries(
              node.place(),
              ((Node.Entries) node)
                  .entries().stream()
                      .map(
                          entry ->
                              new Node.Entry(
                                  entry.place(),
                                  entry.key(),
                                  replaced(entry.value(), at.child(entry.key()))))
                      .toList());
      case REFUSED -> node;
    };
  }

  private Node text(Node.Text node, Pointer at) {
    Matcher matcher = REFERENCE.matcher(node.text());
    StringBuilder result = new StringBuilder();
    boolean any = false;
    while (matcher.find()) {
      any = true;
      String name = String.valueOf(matcher.group(1));
      String value = values.get(name);
      if (value == null) {
        problems.add(JobErrorCode.UNKNOWN_PARAMETER, node.place(), at, unknown(name));
        return new Node.Refused(node.place());
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    if (!any) {
      return node;
    }
    return new Node.Text(node.place(), matcher.appendTail(result).toString(), false);
  }

  private String unknown(String name) {
    String asked = Suggestion.asked(name, values.keySet());
    return "unknown parameter "
        + Shown.quoted(name)
        + (asked.isEmpty() ? "; known here: " + String.join(", ", values.keySet()) : asked);
  }
}
