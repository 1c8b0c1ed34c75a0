package org.twinline.terminology.existence;

import java.util.List;
import org.twinline.core.Require;

/**
 * What was found about a name.
 *
 * @param verdict whether it exists
 * @param absent the probability, in [0,1], that it does not; 0 for a known name
 * @param parts for an absent name the two parts that go together least, in their order (they may
 *     overlap); else empty
 */
public record Finding(Verdict verdict, double absent, List<Part> parts) {
  public Finding {
    Require.inRange("probability", absent, 0, 1);
    parts = List.copyOf(parts);
  }

  /**
   * A part of a name.
   *
   * @param from where it begins in the folded name, in UTF-16 units
   * @param to where it ends
   */
  public record Part(int from, int to) {
    public Part {
      Require.argument(
          from >= 0 && from < to, "illegal part: [%s, %s), must begin before it ends", from, to);
    }
  }
}
