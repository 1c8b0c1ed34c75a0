package org.twinline.launcher.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

/** Reads a shard record by record and holds its bytes against the checksum in one go. */
final class ShardReader {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(1_000)
                      .maxNumberLength(Integer.MAX_VALUE)
                      .maxStringLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private ShardReader() {}

  /**
   * Gives each record of a shard. What was given counts only if this returns.
   *
   * @throws Failure if the shard is not what its dataset says it is
   */
  static void read(RunDirectory.Shard shard, Consumer<JsonNode> records) {
    if (!Files.exists(shard.file())) {
      throw new Failure(
          ExitCode.USAGE,
          shard.file() + " is missing",
          "the run is not whole; run the job again, or restore the file");
    }
    MessageDigest sha256 = sha256();
    try (DigestInputStream stored =
        new DigestInputStream(
            new BufferedInputStream(Files.newInputStream(shard.file()), 1 << 16), sha256)) {
      Optional<String> broken = records(shard, stored, records);
      stored.transferTo(OutputStream.nullOutputStream()); // what the decompressor left
      if (!HexFormat.of().formatHex(sha256.digest()).equals(shard.sha256())) {
        throw RunDirectory.changed(shard.file(), "its sha256 is not that of dataset.json");
      }
      if (broken.isPresent()) {
        throw RunDirectory.changed(shard.file(), broken.get());
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED, "cannot read " + shard.file() + ": " + e.getMessage(), "", e);
    }
  }

  /** Why reading ended early, if it did; a changed file may be anything. */
  private static Optional<String> records(
      RunDirectory.Shard shard, InputStream stored, Consumer<JsonNode> records) {
    long count = 0;
    try {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(content(shard, stored), StandardCharsets.UTF_8), 1 << 16);
      String line;
      while ((line = lines.readLine()) != null) {
        count++;
        JsonNode record = JSON.readTree(line);
        if (record == null || !record.isObject()) {
          return Optional.of("its line " + count + " is no JSON object");
        }
        records.accept(record);
      }
    } catch (IOException e) {
      return Optional.of("its line " + (count + 1) + " cannot be read");
    }
    return count == shard.records()
        ? Optional.empty()
        : Optional.of("it has " + count + " records, dataset.json says " + shard.records());
  }

  private static InputStream content(RunDirectory.Shard shard, InputStream stored)
      throws IOException {
    String name = shard.file().toString();
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(stored, 1 << 16);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(stored) : stored;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256, which every Java platform has", e);
    }
  }
}
