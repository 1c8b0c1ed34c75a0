package org.twinline.core.flow;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.twinline.core.json.JudgedGroupCodec;
import org.twinline.core.ledger.Example;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;

/** Offers decided groups to the report: those with kept and dropped candidates first. */
public final class Examples {
  /** Larger groups are not shown. */
  static final int MAX_BYTES = 48 << 10;

  private Examples() {}

  /**
   * Offers a group after selection.
   *
   * @param line the line's name
   * @param decided every candidate of the group, the dropped with their rejection
   */
  public static void offer(
      String line, long seed, Question question, List<Judged> decided, TallyBuilder tally) {
    boolean kept = decided.stream().anyMatch(j -> !j.rejected());
    boolean dropped = decided.stream().anyMatch(Judged::rejected);
    long hash =
        Hashing.murmur3_128((int) seed).hashString(question.id(), StandardCharsets.UTF_8).asLong();
    long rank = hash >>> 2 | (kept && dropped ? 0L : kept ? 1L << 62 : 1L << 63);
    if (!tally.wants(line, rank)) {
      return;
    }
    byte[] json = JudgedGroupCodec.INSTANCE.toBytes(new JudgedGroup(question, decided, List.of()));
    if (json.length <= MAX_BYTES) {
      tally.example(new Example(line, rank, new String(json, StandardCharsets.UTF_8)));
    }
  }
}
