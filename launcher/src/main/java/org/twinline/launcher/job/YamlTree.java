package org.twinline.launcher.job;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Builds the tree of one YAML document from parser events. Anchors, aliases and tags are refused
 * where they stand, so nothing can be expanded or constructed; depth and size are bounded.
 */
final class YamlTree {
  static final int DEEPEST = 32;
  static final int MOST_VALUES = 10_000;

  /** Ends the parse where going on would make no sense; the problem is reported already. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stop() {
      super(null, null, false, false);
    }
  }

  private final FileKind kind;
  private final String source;
  private final Problems problems;
  private final Iterator<Event> events;
  private int values;

  private YamlTree(FileKind kind, String source, Problems problems, Iterator<Event> events) {
    this.kind = kind;
    this.source = source;
    this.problems = problems;
    this.events = events;
  }

  /** The document's root; empty where the text is no document, which is then reported. */
  static Optional<Node> parse(FileKind kind, String source, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE); // the file's size is bounded before
    Iterator<Event> events = new Yaml(options).parse(new StringReader(text)).iterator();
    YamlTree tree = new YamlTree(kind, source, problems, events);
    try {
      return tree.document();
    } catch (Stop stop) {
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      @Nullable Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      Place place = mark == null ? Place.file(source) : tree.place(mark);
      problems.add(JobErrorCode.NOT_YAML, place, Pointer.ROOT, "not valid YAML: " + advice(e));
      return Optional.empty();
    } catch (ReaderException e) {
      problems.add(
          JobErrorCode.NOT_YAML,
          placeOf(source, text, e.getPosition()),
          Pointer.ROOT,
          "not valid YAML: the character "
              + String.format("U+%04X", e.getCodePoint())
              + " is not allowed");
      return Optional.empty();
    } catch (YAMLException e) {
      problems.add(
          JobErrorCode.NOT_YAML,
          Place.file(source),
          Pointer.ROOT,
          "not valid YAML: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String advice(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "a tab cannot indent; use spaces";
    }
    if (problem.startsWith("mapping values are not allowed here")) {
      return "mapping values are not allowed here; a text that holds ': ' needs quotes";
    }
    return problem;
  }

  private static Place placeOf(String source, String text, int position) {
    int line = 1;
    int column = 1;
    for (int point : text.codePoints().limit(Math.max(0, position)).toArray()) {
      column = point == '\n' ? 1 : column + 1;
      line += point == '\n' ? 1 : 0;
    }
    return new Place(source, line, column);
  }

  private Optional<Node> document() {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent && root.isPresent()) {
        throw stop(
            JobErrorCode.FORBIDDEN_YAML,
            event,
            Pointer.ROOT,
            "a " + kind.noun() + " holds one document, this is a second");
      }
      if (event instanceof NodeEvent) {
        root = Optional.of(node(event, Pointer.ROOT));
      }
    }
    return root;
  }

  private Node node(Event event, Pointer at) {
    Place place = place(event.getStartMark());
    if (++values > MOST_VALUES) {
      throw stop(
          JobErrorCode.TOO_LARGE,
          event,
          at,
          "more than " + MOST_VALUES + " values; a " + kind.noun() + " has a few dozen");
    }
    if (at.steps().size() > DEEPEST) {
      throw stop(
          JobErrorCode.TOO_LARGE, event, Pointer.ROOT, "nested deeper than " + DEEPEST + " levels");
    }
    if (event instanceof AliasEvent alias) {
      problems.add(
          JobErrorCode.FORBIDDEN_YAML,
          place,
          at,
          "aliases are not allowed: '*" + alias.getAnchor() + "'; write the value out");
      return new Node.Refused(place);
    }
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      problems.add(
          JobErrorCode.FORBIDDEN_YAML,
          place,
          Pointer.ROOT,
          "anchors are not allowed: '&" + named.getAnchor() + "'; " + kind.insteadOfAnchors());
    }
    if (event instanceof ScalarEvent scalar) {
      boolean tagged = refuseTag(place, scalar.getTag());
      boolean plain = !tagged && scalar.getScalarStyle() == ScalarStyle.PLAIN;
      return new Node.Text(place, scalar.getValue(), plain);
    }
    refuseTag(place, ((CollectionStartEvent) event).getTag());
    return event.is(Event.ID.SequenceStart) ? items(place, at) : entries(place, at);
  }

  private Node items(Place place, Pointer at) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
      items.add(node(event, at.child(items.size())));
    }
    return new Node.Items(place, items);
  }

  private Node entries(Place place, Pointer at) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
      if (!(event instanceof ScalarEvent)) {
        throw stop(JobErrorCode.NOT_YAML, event, at, "a key must be a text");
      }
      Node.Text key = (Node.Text) node(event, at);
      Pointer child = at.child(key.text());
      Optional<Node.Entry> earlier =
          entries.stream().filter(entry -> entry.key().equals(key.text())).findFirst();
      if (earlier.isPresent()) {
        problems.add(
            JobErrorCode.DUPLICATE_KEY,
            key.place(),
            Pointer.ROOT,
            "duplicate key "
                + Shown.quoted(key.text())
                + ", first in line "
                + earlier.get().place().line());
        node(events.next(), child);
      } else {
        entries.add(new Node.Entry(key.place(), key.text(), node(events.next(), child)));
      }
    }
    return new Node.Entries(place, entries);
  }

  private boolean refuseTag(Place place, @Nullable String tag) {
    if (tag == null) {
      return false;
    }
    String shown = tag.startsWith("tag:yaml.org,2002:") ? "!!" + tag.substring(18) : tag;
    problems.add(
        JobErrorCode.FORBIDDEN_YAML,
        place,
        Pointer.ROOT,
        "tags are not allowed: " + Shown.quoted(shown));
    return true;
  }

  private Stop stop(JobErrorCode code, Event event, Pointer at, String message) {
    problems.add(code, place(event.getStartMark()), at, message);
    return new Stop();
  }

  private Place place(Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
