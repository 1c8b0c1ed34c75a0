package org.twinline.core.dataset;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.twinline.core.io.Storage;

/** Writes one shard of a dataset, one record a line, and knows its checksums when finished. */
public final class ShardWriter implements Closeable {
  private final String dataset;
  private final String file;
  private final MessageDigest sha256;
  private final CountingStream counted;
  private final OutputStream out;
  private Digest128 digest = Digest128.EMPTY;
  private long records;

  private ShardWriter(String dataset, String location, ShardCompression compression)
      throws IOException {
    this.dataset = dataset;
    this.file = Storage.name(location);
    this.sha256 = sha256();
    this.counted =
        new CountingStream(new DigestOutputStream(Storage.of(location).create(location), sha256));
    this.out = compression.compress(new BufferedOutputStream(counted, 1 << 16));
  }

  /**
   * Opens a new shard below a staging location.
   *
   * @param name unique within the run, without extension
   */
  public static ShardWriter open(
      String staging, String dataset, String name, ShardCompression compression)
      throws IOException {
    String folder = Storage.below(staging, dataset);
    return new ShardWriter(
        dataset, Storage.below(folder, name + compression.extension()), compression);
  }

  /** Appends a record, which must not contain a line feed. */
  public void write(byte[] record) throws IOException {
    out.write(record);
    out.write('\n');
    digest = digest.plus(Digest128.of(record));
    records++;
  }

  /** Closes the file and gives its checksums. */
  public ShardResult finish() throws IOException {
    out.close();
    return new ShardResult(
        dataset,
        file,
        new ShardResult.Content(
            records, counted.bytes, HexFormat.of().formatHex(sha256.digest()), digest));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256, which every Java platform has", e);
    }
  }

  private static final class CountingStream extends FilterOutputStream {
    private long bytes;

    CountingStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      bytes += length;
    }
  }
}
