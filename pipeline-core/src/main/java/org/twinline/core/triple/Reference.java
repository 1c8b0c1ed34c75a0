package org.twinline.core.triple;

import java.util.List;
import org.twinline.core.Require;

/**
 * The reference answer: a list of alternatives, any one of which is right; empty where the record
 * has none.
 *
 * <p>In JSON {@code ["a","b"]} is one alternative that requires both, {@code [["a"],["b"]]} is two
 * alternatives, and an alternative may be an object with {@code required} and {@code nice_to_have}.
 */
public record Reference(List<Alternative> alternatives) {
  public static final Reference NONE = new Reference(List.of());

  public Reference {
    alternatives = List.copyOf(alternatives);
  }

  /** One alternative that requires every given item. */
  public static Reference all(String... items) {
    return new Reference(List.of(new Alternative(List.of(items), List.of())));
  }

  /** Whether the record has no reference answer. */
  public boolean isEmpty() {
    return alternatives.isEmpty();
  }

  /** Items that are all expected, and items that are welcome beside them. */
  public record Alternative(List<String> required, List<String> niceToHave) {
    public Alternative {
      required = List.copyOf(required);
      niceToHave = List.copyOf(niceToHave);
      Require.argument(!required.isEmpty(), "Cannot make a reference without required items");
    }
  }
}
