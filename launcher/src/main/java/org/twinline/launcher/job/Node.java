package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a job file with its place. */
sealed interface Node {
  Place place();

  /**
   * A scalar.
   *
   * @param plain whether it stood without quotes, so that {@code 1} is a number
   */
  record Text(Place place, String text, boolean plain) implements Node {}

  /** A list. */
  record Items(Place place, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping; keys are unique and in the order of the file. */
  record Entries(Place place, List<Entry> entries) implements Node {
    public Entries {
      entries = List.copyOf(entries);
    }

    Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /** A value that was refused and reported already; nothing more is said about it. */
  record Refused(Place place) implements Node {}

  /** One key of a mapping with its value. */
  record Entry(Place place, String key, Node value) {}

  /**
   * This value as JSON.
   *
   * @param places receives the place of each value, and of each key under its value's pointer
   */
  default JsonNode toJson(Pointer at, Map<Pointer, Places> places) {
    places.putIfAbsent(at, new Places(place(), place(), this));
    return switch (kind()) {
      case TEXT -> {
        Text scalar = (Text) this;
        yield scalar.plain()
            ? Scalars.resolve(scalar.text())
            : JsonNodeFactory.instance.textNode(scalar.text());
      }
      case ITEMS -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : ((Items) this).items()) {
          array.add(item.toJson(at.child(array.size()), places));
        }
        yield array;
      }
      case ENTRIES -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Entry entry : ((Entries) this).entries()) {
          Pointer child = at.child(entry.key());
          places.put(child, new Places(entry.place(), entry.value().place(), entry.value()));
          object.set(entry.key(), entry.value().toJson(child, places));
        }
        yield object;
      }
      case REFUSED -> JsonNodeFactory.instance.nullNode();
    };
  }

  /** Which of the four kinds this is. */
  default Kind kind() {
    if (this instanceof Text) {
      return Kind.TEXT;
    }
    if (this instanceof Items) {
      return Kind.ITEMS;
    }
    return this instanceof Entries ? Kind.ENTRIES : Kind.REFUSED;
  }

  /** The kinds of node: what a switch over a sealed type would name in Java 21. */
  enum Kind {
    TEXT,
    ITEMS,
    ENTRIES,
    REFUSED
  }

  /** The places of a key and of its value, and the value. */
  record Places(Place key, Place value, Node node) {}
}
