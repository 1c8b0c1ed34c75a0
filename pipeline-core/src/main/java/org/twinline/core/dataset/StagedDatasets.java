package org.twinline.core.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The open shards of one bundle, one a dataset. Shards of a bundle that fails stay behind in the
 * staging folder, named by nobody, and are not committed.
 */
public final class StagedDatasets implements Closeable {
  private final String staging;
  private final ShardCompression compression;
  private final String name = UUID.randomUUID().toString();
  private final Map<String, ShardWriter> open = new TreeMap<>();

  /** Shards below a staging location. */
  public StagedDatasets(String staging, ShardCompression compression) {
    this.staging = staging;
    this.compression = compression;
  }

  /** Appends a record to a dataset's shard, which is opened on first use. */
  public void write(String dataset, byte[] json) throws IOException {
    ShardWriter writer = open.get(dataset);
    if (writer == null) {
      writer = ShardWriter.open(staging, dataset, name, compression);
      open.put(dataset, writer);
    }
    writer.write(json);
  }

  /** Closes all shards, in the order of their datasets' names. */
  public List<ShardResult> finish() throws IOException {
    List<ShardResult> results = new ArrayList<>();
    for (ShardWriter writer : open.values()) {
      results.add(writer.finish());
    }
    open.clear();
    return results;
  }

  @Override
  public void close() throws IOException {
    for (ShardWriter writer : open.values()) {
      writer.close();
    }
    open.clear();
  }
}
