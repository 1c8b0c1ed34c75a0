package org.twinline.core.export;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.twinline.core.io.Compression;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;

/**
 * Makes the files of trainers from committed datasets.
 *
 * <p>Rows are ordered by a hash of the question's id, then by the bytes of their lines: equal
 * datasets give equal files, however they are sharded, and neighbours in the input are apart in
 * them. Every dataset is read once for all trainers. Memory is bounded by {@link
 * LineSorter#RUN_BYTES} and one row group of each open file; what is larger is sorted on disk.
 */
public final class Exports {
  private static final Limits LIMITS = new Limits(1 << 30, 900, 1_000_000, 50_000, 1_000_000);

  private final Path target;
  private final Path scratch;
  private final long runBytes;

  private Exports(Path target, Path scratch, long runBytes) {
    this.target = target;
    this.scratch = scratch;
    this.runBytes = runBytes;
  }

  /**
   * Exports into a folder.
   *
   * @param target gets a folder for each trainer
   * @param scratch a folder for sorting, with room for the largest dataset, uncompressed
   */
  public static Exports into(Path target, Path scratch) {
    return new Exports(target, scratch, LineSorter.RUN_BYTES);
  }

  /** The same holding fewer bytes at once, for tests. */
  Exports holding(long newRunBytes) {
    return new Exports(target, scratch, newRunBytes);
  }

  /**
   * A committed dataset.
   *
   * @param name its name, one of {@link org.twinline.core.dataset.DatasetNames}
   * @param shards its files, compressed as their names say
   */
  public record Source(String name, List<Path> shards) {
    public Source {
      shards = List.copyOf(shards);
    }
  }

  /**
   * Writes the files of the trainers that read the datasets.
   *
   * @return what was written, by trainer, then in the exporter's order
   * @throws IOException if a shard cannot be read or a file not written
   */
  public List<ExportedFile> write(Collection<Source> datasets, Set<Trainer> trainers)
      throws IOException {
    Set<Trainer> chosen = EnumSet.copyOf(trainers);
    List<ExportedFile> exported = new ArrayList<>();
    List<OpenFile> written = new ArrayList<>();
    for (Source dataset : datasets) {
      List<OpenFile> files = open(dataset.name(), chosen);
      if (!files.isEmpty()) {
        pass(dataset, files);
      }
      for (OpenFile file : files) {
        ExportedFile finished = file.finish();
        exported.add(finished);
        if (finished.exists()) {
          written.add(file);
        }
      }
    }
    for (Trainer trainer : chosen) {
      Path folder = Files.createDirectories(target.resolve(trainer.word()));
      List<TrainerFile> own =
          written.stream().filter(f -> f.trainer() == trainer).map(OpenFile::file).toList();
      trainer.exporter().complete(folder, own);
    }
    exported.sort(Comparator.comparing(ExportedFile::trainer)); // stable: datasets stay in order
    return exported;
  }

  private List<OpenFile> open(String dataset, Set<Trainer> trainers) {
    List<OpenFile> files = new ArrayList<>();
    for (Trainer trainer : trainers) {
      for (TrainerFile file : trainer.exporter().files()) {
        if (file.dataset().equals(dataset)) {
          files.add(new OpenFile(trainer, file, target.resolve(trainer.word())));
        }
      }
    }
    return files;
  }

  private void pass(Source dataset, List<OpenFile> files) throws IOException {
    Files.createDirectories(scratch);
    try (LineSorter sorter = new LineSorter(scratch, runBytes, LineSorter.MOST_RUNS)) {
      for (Path shard : dataset.shards()) {
        read(shard, sorter);
      }
      sorter.drain(line -> take(line, dataset.name(), files));
    } catch (IOException | RuntimeException e) {
      for (Closeable file : files) {
        file.close();
      }
      throw e;
    }
  }

  private static void take(byte[] line, String dataset, List<OpenFile> files) throws IOException {
    DatasetRecord record;
    try {
      record = DatasetRecord.read(line);
    } catch (MalformedRecord e) {
      throw new IOException("Cannot export a line of " + dataset + ": " + e.getMessage(), e);
    }
    int characters = Conversation.of(record.question().prompt()).characters();
    for (OpenFile file : files) {
      file.take(record, characters);
    }
  }

  private static void read(Path shard, LineSorter sorter) throws IOException {
    try (InputStream stored = Files.newInputStream(shard)) {
      LineReader.within(LIMITS)
          .read(
              stored,
              compression(shard),
              new LineSink() {
                @Override
                public void line(long offset, byte[] line) throws IOException {
                  sorter.add(key(shard, line), line);
                }

                @Override
                public void malformed(long offset, MalformedRecord fault) throws IOException {
                  throw new IOException(
                      "Cannot read " + shard + " at byte " + offset + ": " + fault.getMessage());
                }
              });
    }
  }

  private static Compression compression(Path shard) {
    String name = String.valueOf(shard.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return Compression.GZIP;
    }
    return name.endsWith(".zst") ? Compression.ZSTD : Compression.NONE;
  }

  private static long key(Path shard, byte[] line) throws IOException {
    return Hashing.murmur3_128().hashBytes(LineId.of(line, shard)).asLong();
  }
}
