package org.twinline.core.flow;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;

/**
 * Groups waiting for a batch step, bounded in candidates and bytes: on some runners a bundle is a
 * whole subtask.
 */
public final class GroupBuffer {
  /** Candidates held at most before {@link #full}, from the design. */
  public static final int MAX_CANDIDATES = 4_096;

  /** Estimated bytes held at most before {@link #full}, from the design. */
  public static final long MAX_BYTES = 64L << 20;

  private final int maxCandidates;
  private final long maxBytes;
  private List<JudgedGroup> groups = new ArrayList<>();
  private int candidates;
  private long bytes;

  /** A buffer with the given bounds, both at least 1. */
  public GroupBuffer(int maxCandidates, long maxBytes) {
    Require.argument(maxCandidates >= 1, "illegal candidates: %s, must be ≥ 1", maxCandidates);
    Require.argument(maxBytes >= 1, "illegal bytes: %s, must be ≥ 1", maxBytes);
    this.maxCandidates = maxCandidates;
    this.maxBytes = maxBytes;
  }

  /** Adds a group, which may bring the buffer over its bounds by that one group. */
  public void add(JudgedGroup group) {
    groups.add(group);
    candidates += group.candidates().size();
    bytes += estimate(group);
  }

  /** Whether the buffer must be drained before the next group. */
  public boolean full() {
    return candidates >= maxCandidates || bytes >= maxBytes;
  }

  /** The groups in order; the buffer is empty afterwards. */
  public List<JudgedGroup> drain() {
    List<JudgedGroup> drained = groups;
    groups = new ArrayList<>();
    candidates = 0;
    bytes = 0;
    return drained;
  }

  private static long estimate(JudgedGroup group) {
    long chars =
        group.question().prompt().turns().stream().mapToLong(t -> t.content().length()).sum();
    for (Judged judged : group.candidates()) {
      chars += 200L + judged.candidate().cot().length() + judged.candidate().answer().length();
    }
    return 2 * chars;
  }
}
