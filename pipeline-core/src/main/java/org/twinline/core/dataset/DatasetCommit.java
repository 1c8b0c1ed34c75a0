package org.twinline.core.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.io.Storage;
import org.twinline.core.json.Json;

/**
 * Moves the shards an account names from staging to their datasets' folders and describes them.
 *
 * <p>Order of events, so that a reader never takes half a dataset for a whole one: shards are
 * checked and moved, {@code dataset.json} is written, {@code _SUCCESS} last.
 */
public final class DatasetCommit {
  /** Marks a folder that is complete. */
  public static final String SUCCESS = "_SUCCESS";

  /** Describes a dataset's shards. */
  public static final String DESCRIPTION = "dataset.json";

  private DatasetCommit() {}

  /**
   * Commits all datasets.
   *
   * @param expected datasets that get a folder even if nothing was written to them
   * @param mark whether to write {@code _SUCCESS}; a run with too much bad content is left without
   * @throws IOException if a shard is missing or has another size than the account says
   */
  public static List<DatasetSummary> commit(
      String staging,
      Path target,
      Collection<ShardResult> shards,
      Collection<String> expected,
      ShardCompression compression,
      boolean mark)
      throws IOException {
    SortedMap<String, List<ShardResult>> byDataset = new TreeMap<>();
    expected.forEach(name -> byDataset.put(name, new ArrayList<>()));
    for (ShardResult shard : shards) {
      byDataset.computeIfAbsent(shard.dataset(), d -> new ArrayList<>()).add(shard);
    }
    List<DatasetSummary> summaries = new ArrayList<>();
    for (Map.Entry<String, List<ShardResult>> dataset : byDataset.entrySet()) {
      Path folder = Files.createDirectories(target.resolve(dataset.getKey()));
      DatasetSummary summary =
          moveShards(staging, folder, dataset.getKey(), dataset.getValue(), compression);
      Files.write(folder.resolve(DESCRIPTION), describe(summary, compression));
      if (mark) {
        Files.write(folder.resolve(SUCCESS), new byte[0]);
      }
      summaries.add(summary);
    }
    return summaries;
  }

  private static DatasetSummary moveShards(
      String staging,
      Path folder,
      String dataset,
      List<ShardResult> results,
      ShardCompression compression)
      throws IOException {
    results.sort(
        Comparator.<ShardResult, String>comparing(s -> s.content().sha256())
            .thenComparing(ShardResult::file));
    List<DatasetSummary.Shard> shards = new ArrayList<>();
    long records = 0;
    long bytes = 0;
    Digest128 digest = Digest128.EMPTY;
    for (ShardResult result : results) {
      String source = Storage.below(Storage.below(staging, dataset), result.file());
      String name = String.format("part-%05d%s", shards.size(), compression.extension());
      if (Storage.isRemote(source)) {
        fetch(source, folder.resolve(name), result.content());
      } else {
        check(source, Files.size(Path.of(source)), result.content());
        Files.move(Path.of(source), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
      shards.add(new DatasetSummary.Shard(name, result.content()));
      records += result.content().records();
      bytes += result.content().bytes();
      digest = digest.plus(result.content().digest());
    }
    return new DatasetSummary(dataset, records, bytes, digest, shards);
  }

  private static void check(String source, long size, ShardResult.Content content)
      throws IOException {
    if (size != content.bytes()) {
      throw new IOException(
          "Cannot commit shard "
              + source
              + ": it has "
              + size
              + " bytes, its writer wrote "
              + content.bytes());
    }
  }

  /** A shard that comes over a network is compared byte by byte, through its hash. */
  private static void fetch(String source, Path target, ShardResult.Content content)
      throws IOException {
    HashingInputStream hashed =
        new HashingInputStream(
            Hashing.sha256(), Channels.newInputStream(Storage.of(source).open(source)));
    try (hashed) {
      check(source, Files.copy(hashed, target), content);
    }
    if (!hashed.hash().toString().equals(content.sha256())) {
      throw new IOException(
          "Cannot commit shard " + source + ": it is not what its writer wrote (sha256)");
    }
  }

  private static byte[] describe(DatasetSummary summary, ShardCompression compression) {
    return Json.write(
        out -> {
          out.useDefaultPrettyPrinter();
          writeSummary(summary, compression, out);
        });
  }

  private static void writeSummary(
      DatasetSummary summary, ShardCompression compression, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("format_version", 1);
    out.writeStringField("name", summary.name());
    out.writeStringField("compression", compression.name().toLowerCase(java.util.Locale.ROOT));
    out.writeNumberField("records", summary.records());
    out.writeNumberField("bytes", summary.bytes());
    out.writeStringField("digest", summary.digest().hex());
    out.writeArrayFieldStart("shards");
    for (DatasetSummary.Shard shard : summary.shards()) {
      out.writeStartObject();
      out.writeStringField("file", shard.file());
      out.writeNumberField("records", shard.content().records());
      out.writeNumberField("bytes", shard.content().bytes());
      out.writeStringField("sha256", shard.content().sha256());
      out.writeStringField("digest", shard.content().digest().hex());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
