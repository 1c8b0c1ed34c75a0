package org.twinline.reward.djl;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive without its weights: the code that Twinline ships, some 8 kB. With weights
 * it becomes a {@code model.pt}, always in the same form: its entries in the skeleton's order, not
 * compressed, with a fixed time, then the weights in theirs.
 */
final class Skeleton {
  private static final int LIMIT = 64 * 1024;
  private static final String WEIGHTS = "weights.tsv";
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String sha256;
  private final Map<String, byte[]> code = new LinkedHashMap<>();
  private final List<Weight> weights = new ArrayList<>();

  /**
   * An entry that the skeleton lacks.
   *
   * @param initializer the name of its numbers in the ONNX file
   */
  record Weight(String entry, String initializer, int bytes) {}

  /** Where weights come from. */
  @FunctionalInterface
  interface Source {
    /** The little-endian numbers of a weight. */
    ByteBuffer bytes(Weight weight) throws IOException;
  }

  private Skeleton(byte[] archive) throws IOException {
    sha256 = ModelFiles.sha256(archive);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (!entry.getName().equals(WEIGHTS)) {
          code.put(entry.getName(), content);
          continue;
        }
        for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
          String[] parts = line.split("\t", 3);
          weights.add(new Weight(parts[0], parts[1], Integer.parseInt(parts[2])));
        }
      }
    }
  }

  /** The skeleton of an encoder. */
  static Skeleton of(PinnedEncoder encoder) {
    String name = encoder.skeleton();
    try (InputStream in = Skeleton.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + name + " among Twinline's classes");
      }
      return new Skeleton(in.readNBytes(LIMIT));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
    }
  }

  /**
   * The skeleton that a file is the archive of, whatever its weights. Every byte is compared that
   * is not a weight, so whatever PyTorch reads of the file beside weights is Twinline's own.
   */
  static Optional<Skeleton> of(Path model) throws IOException {
    for (PinnedEncoder encoder : PinnedEncoder.values()) {
      Skeleton skeleton = of(encoder);
      if (skeleton.fits(model)) {
        return Optional.of(skeleton);
      }
    }
    return Optional.empty();
  }

  String sha256() {
    return sha256;
  }

  List<Weight> weights() {
    return List.copyOf(weights);
  }

  /** Makes a {@code model.pt}. */
  void write(Path model, Source source) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(model), 1 << 16)) {
      write(out, source);
    }
  }

  /** The numbers of one weight of a file that this is the skeleton of. */
  static ByteBuffer read(ZipFile model, Weight weight) throws IOException {
    ZipEntry entry = model.getEntry(weight.entry());
    if (entry == null || entry.getMethod() != ZipEntry.STORED) {
      throw new OtherArchive(weight.entry());
    }
    try (InputStream in = model.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(weight.bytes() + 1);
      if (bytes.length != weight.bytes()) {
        throw new OtherArchive(weight.entry());
      }
      return ByteBuffer.wrap(bytes);
    }
  }

  private boolean fits(Path model) throws IOException {
    try (ZipFile zip = new ZipFile(model.toFile());
        Comparison comparison = new Comparison(model)) {
      write(comparison, weight -> read(zip, weight));
      return comparison.atEnd();
    } catch (OtherArchive | ZipException e) {
      return false;
    }
  }

  private void write(OutputStream target, Source source) throws IOException {
    ZipOutputStream out = new ZipOutputStream(target);
    for (Map.Entry<String, byte[]> entry : code.entrySet()) {
      store(out, entry.getKey(), entry.getValue());
    }
    for (Weight weight : weights) {
      ByteBuffer bytes = source.bytes(weight).duplicate();
      byte[] content = new byte[bytes.remaining()];
      bytes.get(content);
      if (content.length != weight.bytes()) {
        throw new IllegalArgumentException(
            "Cannot make a model: %s has %d bytes, must have %d"
                .formatted(weight.entry(), content.length, weight.bytes()));
      }
      store(out, weight.entry(), content);
    }
    out.finish();
  }

  /** An uncompressed entry, which is what PyTorch reads, with a fixed time. */
  private static void store(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(EPOCH);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /** A file is not an archive of the skeleton. */
  private static final class OtherArchive extends IOException {
    private static final long serialVersionUID = 1;

    OtherArchive(String entry) {
      super("another archive, seen at " + entry);
    }
  }

  /** Takes what the file should hold; fails at the first byte that differs. */
  private static final class Comparison extends OutputStream {
    private final InputStream expected;

    Comparison(Path file) throws IOException {
      expected = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] found = expected.readNBytes(length);
      if (!Arrays.equals(found, 0, found.length, bytes, offset, offset + length)) {
        throw new OtherArchive("a byte");
      }
    }

    boolean atEnd() throws IOException {
      return expected.read() < 0;
    }

    @Override
    public void close() throws IOException {
      expected.close();
    }
  }
}
