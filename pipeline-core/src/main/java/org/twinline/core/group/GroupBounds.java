package org.twinline.core.group;

import java.io.Serializable;
import org.twinline.core.Require;

/**
 * How much of one question is kept together.
 *
 * @param maxCandidates at least 1
 * @param maxBytes estimated memory of the candidates, at least 1 KiB
 * @param seed decides, with the candidate id, which candidates are within the bounds
 */
public record GroupBounds(int maxCandidates, long maxBytes, long seed) implements Serializable {
  /** 512 candidates and 32 MiB, from the design. */
  public static final GroupBounds DEFAULT = new GroupBounds(512, 32L << 20, 17);

  public GroupBounds {
    Require.argument(maxCandidates >= 1, "illegal max_candidates: %s, must be ≥ 1", maxCandidates);
    Require.argument(maxBytes >= 1024, "illegal max_bytes: %s, must be ≥ 1024", maxBytes);
  }
}
