package org.twinline.core.export;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A trainer's file while its dataset passes; made on disk with its first row. */
final class OpenFile implements Closeable {
  private final Trainer trainer;
  private final TrainerFile file;
  private final Path path;
  private final EnumMap<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
  private final LengthCounts lengths = new LengthCounts();
  private @Nullable RowFile rows;
  private String question = "";
  private long written;

  OpenFile(Trainer trainer, TrainerFile file, Path folder) {
    this.trainer = trainer;
    this.file = file;
    this.path = folder.resolve(file.name());
  }

  TrainerFile file() {
    return file;
  }

  Trainer trainer() {
    return trainer;
  }

  /** Takes the next record of the dataset; lines of a question come one after another. */
  void take(DatasetRecord record, int promptCharacters) throws IOException {
    if (file.once() && record.question().id().equals(question)) {
      return;
    }
    question = record.question().id();
    Optional<LeftOut> unfit = file.stage().unfit(record);
    if (unfit.isPresent()) {
      leftOut.merge(unfit.get(), 1L, Long::sum);
      return;
    }
    RowFile open = rows;
    if (open == null) {
      Files.createDirectories(path.resolveSibling(""));
      open = RowFile.create(path, file);
      rows = open;
    }
    open.write(file.rows().row(record, written));
    lengths.add(promptCharacters);
    written++;
  }

  /** Closes the file and says what is in it. */
  ExportedFile finish() throws IOException {
    close();
    String name = trainer.word() + "/" + file.name();
    ExportedFile.Content content =
        written == 0
            ? new ExportedFile.Content(name, 0, 0, "")
            : new ExportedFile.Content(
                name,
                written,
                Files.size(path),
                com.google.common.io.Files.asByteSource(path.toFile())
                    .hash(Hashing.sha256())
                    .toString());
    return new ExportedFile(
        trainer, file.stage(), file.dataset(), content, new TreeMap<>(leftOut), lengths.lengths());
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}
