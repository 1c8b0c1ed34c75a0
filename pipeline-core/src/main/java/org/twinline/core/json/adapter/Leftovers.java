package org.twinline.core.json.adapter;

import java.util.Map;
import java.util.Set;
import org.twinline.core.json.Extras;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Names;
import org.twinline.core.triple.Extra;

/**
 * Keeps a known list verbatim among the unknown fields where its elements say more than is read.
 */
final class Leftovers {
  private static final Set<String> OF_TURN =
      Set.of(Names.ROLE, Names.CONTENT, "from", "value", "reasoning_content");
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          Names.RUBRICS,
          Set.of(Names.CRITERION, Names.POINTS, Names.TAGS),
          Names.TURNS,
          Set.of(Names.ROLE, Names.CONTENT),
          "messages",
          OF_TURN,
          "conversations",
          OF_TURN,
          "prompt",
          OF_TURN,
          "completion",
          OF_TURN,
          "chosen",
          OF_TURN,
          "rejected",
          OF_TURN);

  private Leftovers() {}

  /**
   * With the lists of {@code line} that have elements with unknown members.
   *
   * @param read names of the fields that were read; the others are unknown fields as a whole
   */
  static Extra keep(Extra extra, JsonValue.Obj line, Set<String> read) {
    Extra result = extra;
    for (Map.Entry<String, Set<String>> list : KNOWN.entrySet()) {
      JsonValue value = line.members().get(list.getKey());
      if (value != null && read.contains(list.getKey()) && saysMore(value, list.getValue())) {
        result = Extras.with(result, list.getKey(), value);
      }
    }
    return result;
  }

  private static boolean saysMore(JsonValue value, Set<String> known) {
    if (value instanceof JsonValue.Arr array) {
      return array.elements().stream()
          .anyMatch(e -> e instanceof JsonValue.Obj o && !known.containsAll(o.members().keySet()));
    }
    return value instanceof JsonValue.Obj object && !known.containsAll(object.members().keySet());
  }
}
