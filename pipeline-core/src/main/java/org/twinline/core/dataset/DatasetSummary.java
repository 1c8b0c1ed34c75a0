package org.twinline.core.dataset;

import java.util.List;

/**
 * A committed dataset.
 *
 * @param digest order-independent digest of all its records
 */
public record DatasetSummary(
    String name, long records, long bytes, Digest128 digest, List<Shard> shards) {
  public DatasetSummary {
    shards = List.copyOf(shards);
  }

  /** A committed shard: its file name inside the dataset's folder, and what is in it. */
  public record Shard(String file, ShardResult.Content content) {}
}
