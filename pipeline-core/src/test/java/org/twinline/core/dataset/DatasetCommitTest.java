package org.twinline.core.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommitTest {
  @TempDir Path folder;

  @Test
  void commitsShardsWithTheirChecksums() throws IOException {
    Path staging = folder.resolve("staging");
    ShardResult one = shard(staging, "s1", ShardCompression.NONE, "{\"a\":1}", "{\"a\":2}");
    ShardResult two = shard(staging, "s2", ShardCompression.NONE, "{\"a\":3}");

    List<DatasetSummary> committed =
        DatasetCommit.commit(
            staging.toString(),
            folder,
            List.of(one, two),
            List.of("triples", "rejected"),
            ShardCompression.NONE,
            true);

    assertThat(committed).extracting(DatasetSummary::name).containsExactly("rejected", "triples");
    assertThat(committed.get(0).records()).isZero();
    assertThat(committed.get(1).records()).isEqualTo(3);
    assertThat(committed.get(1).digest())
        .isEqualTo(one.content().digest().plus(two.content().digest()));
    Path triples = folder.resolve("triples");
    assertThat(triples.resolve("_SUCCESS")).exists();
    assertThat(triples.resolve("part-00000.jsonl")).exists();
    assertThat(Files.readString(triples.resolve("dataset.json")))
        .contains("\"records\" : 3")
        .contains(one.content().sha256());
  }

  @Test
  void compressedShardsHoldTheSameRecords() throws IOException {
    ShardResult plain = shard(folder, "a", ShardCompression.NONE, "{\"a\":\"甲\"}");
    ShardResult gzip = shard(folder, "b", ShardCompression.GZIP, "{\"a\":\"甲\"}");
    ShardResult zstd = shard(folder, "c", ShardCompression.ZSTD, "{\"a\":\"甲\"}");

    assertThat(gzip.content().digest()).isEqualTo(plain.content().digest());
    assertThat(zstd.content().digest()).isEqualTo(plain.content().digest());
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("triples/b.jsonl.gz")))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("{\"a\":\"甲\"}\n");
    }
    assertThat(gzip.content().bytes()).isEqualTo(Files.size(folder.resolve("triples/b.jsonl.gz")));
  }

  @Test
  void aShardThatChangedSizeIsNotCommitted() throws IOException {
    ShardResult shard = shard(folder.resolve("s"), "x", ShardCompression.NONE, "{}");
    Files.write(folder.resolve("s/triples/x.jsonl"), new byte[0]);

    assertThatThrownBy(
            () ->
                DatasetCommit.commit(
                    folder.resolve("s").toString(),
                    folder,
                    List.of(shard),
                    List.of(),
                    ShardCompression.NONE,
                    true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.jsonl: it has 0 bytes, its writer wrote 3");
    assertThat(folder.resolve("triples/_SUCCESS")).doesNotExist();
  }

  private static ShardResult shard(
      Path staging, String name, ShardCompression compression, String... lines) throws IOException {
    try (ShardWriter writer = ShardWriter.open(staging.toString(), "triples", name, compression)) {
      for (String line : lines) {
        writer.write(line.getBytes(UTF_8));
      }
      return writer.finish();
    }
  }
}
