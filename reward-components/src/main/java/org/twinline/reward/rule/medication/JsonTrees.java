package org.twinline.reward.rule.medication;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.twinline.core.json.JsonValue;
import org.twinline.terminology.NameNormaliser;

/**
 * JSON as trees: how many leaves of one the other has at the same place. Names and strings are
 * compared in their folded form, numbers by value, plain values of an array in any order.
 */
final class JsonTrees {
  private final double tolerance;
  private int equal;

  private JsonTrees(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Equal leaves over the leaves of the larger tree, 1 for two trees without leaves. */
  static double share(JsonValue gold, JsonValue said, double tolerance) {
    JsonTrees trees = new JsonTrees(tolerance);
    trees.compare(gold, said);
    int leaves = Math.max(leaves(gold), leaves(said));
    return leaves == 0 ? 1 : (double) trees.equal / leaves;
  }

  private void compare(JsonValue gold, JsonValue said) {
    if (gold instanceof JsonValue.Obj a && said instanceof JsonValue.Obj b) {
      TreeMap<String, JsonValue> members = new TreeMap<>();
      b.members().forEach((name, value) -> members.put(NameNormaliser.name(name), value));
      a.members()
          .forEach(
              (name, value) -> {
                JsonValue other = members.get(NameNormaliser.name(name));
                if (other != null) {
                  compare(value, other);
                }
              });
    } else if (gold instanceof JsonValue.Arr a && said instanceof JsonValue.Arr b) {
      arrays(a.elements(), b.elements());
    } else if (same(gold, said)) {
      equal++;
    }
  }

  private void arrays(List<JsonValue> gold, List<JsonValue> said) {
    boolean plain =
        gold.size() <= 100 && said.size() <= 100 && gold.stream().allMatch(JsonTrees::leaf);
    List<JsonValue> left = new ArrayList<>(said);
    for (int i = 0; i < gold.size() && !left.isEmpty(); i++) {
      JsonValue value = gold.get(i);
      if (plain) {
        equal += left.removeIf(new FirstEqual(value)::test) ? 1 : 0;
      } else if (i < said.size()) {
        compare(value, said.get(i));
      }
    }
  }

  /** True for the first equal value only. */
  private final class FirstEqual {
    private final JsonValue value;
    private boolean found;

    FirstEqual(JsonValue value) {
      this.value = value;
    }

    boolean test(JsonValue other) {
      boolean first = !found && same(value, other);
      found |= first;
      return first;
    }
  }

  private boolean same(JsonValue a, JsonValue b) {
    if (!leaf(a) || !leaf(b)) {
      return false;
    }
    if (a instanceof JsonValue.Num x && b instanceof JsonValue.Num y) {
      double scale = Math.max(Math.abs(x.value()), Math.abs(y.value()));
      return Double.isFinite(scale) && Math.abs(x.value() - y.value()) <= tolerance * scale;
    }
    return NameNormaliser.name(text(a)).equals(NameNormaliser.name(text(b)));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonValue.Text string ? string.text() : value.raw();
  }

  private static boolean leaf(JsonValue value) {
    return !(value instanceof JsonValue.Obj) && !(value instanceof JsonValue.Arr);
  }

  private static int leaves(JsonValue value) {
    if (value instanceof JsonValue.Obj object) {
      return object.members().values().stream().mapToInt(JsonTrees::leaves).sum();
    }
    if (value instanceof JsonValue.Arr array) {
      return array.elements().stream().mapToInt(JsonTrees::leaves).sum();
    }
    return 1;
  }
}
