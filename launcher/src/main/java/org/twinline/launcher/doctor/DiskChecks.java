package org.twinline.launcher.doctor;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Room and atomic renames where the output will be, room for Flink's spills. */
final class DiskChecks {
  private static final long MIB = 1 << 20;

  /** Of the input's size: datasets, rejects and the staging folder before it is moved. */
  private static final int OUTPUT = 3;

  /** Of the input's size: what a shuffle may spill. */
  private static final int SPILL = 2;

  private static final String ELSEWHERE = "--set output.directory=DIR";

  private DiskChecks() {}

  /**
   * Checks.
   *
   * @param output where a run will write
   * @param input bytes that it will read
   */
  static List<Check> of(Path output, long input) {
    List<Check> checks = new ArrayList<>();
    Path folder = existing(output);
    checks.add(room("output", folder, OUTPUT * input + 64 * MIB, ELSEWHERE));
    checks.add(rename(folder));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    checks.add(
        room(
            "temporary",
            temporary,
            SPILL * input + 512 * MIB,
            "export TWINLINE_JAVA_OPTS=-Djava.io.tmpdir=DIR"));
    return checks;
  }

  /** The nearest folder that is there already. */
  private static Path existing(Path output) {
    Path folder = output.toAbsolutePath();
    for (@Nullable Path up = folder; up != null; up = up.getParent()) {
      if (Files.isDirectory(up)) {
        return up;
      }
    }
    return folder;
  }

  private static Check room(String name, Path folder, long wanted, String next) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String message =
          String.format(
              Locale.ROOT,
              "%s has %,d MiB free, a run takes up to about %,d MiB",
              folder,
              free / MIB,
              wanted / MIB);
      if (!Files.isWritable(folder)) {
        return Check.fail(name, folder + " cannot be written to", next);
      }
      return free >= wanted ? Check.ok(name, message) : Check.warn(name, message, next);
    } catch (IOException e) {
      return Check.fail(name, folder + " cannot be looked at: " + e.getMessage(), next);
    }
  }

  /** A run moves its files into place; a file system that copies instead may leave halves. */
  private static Check rename(Path folder) {
    Optional<Path> made = Optional.empty();
    try {
      Path own = Files.createTempDirectory(folder, ".twinline-doctor-");
      made = Optional.of(own);
      Path from = Files.writeString(own.resolve("a"), "x");
      Files.createDirectory(own.resolve("b"));
      Files.move(from, own.resolve("b").resolve("a"), StandardCopyOption.ATOMIC_MOVE);
      return Check.ok("rename", folder + " renames at once");
    } catch (AtomicMoveNotSupportedException e) {
      return Check.fail(
          "rename", folder + " cannot rename at once", "write to a local disk, then copy");
    } catch (IOException e) {
      return Check.fail("rename", "cannot write to " + folder + ": " + e.getMessage(), ELSEWHERE);
    } finally {
      made.ifPresent(DiskChecks::remove);
    }
  }

  private static void remove(Path own) {
    try {
      Files.deleteIfExists(own.resolve("b").resolve("a"));
      Files.deleteIfExists(own.resolve("b"));
      Files.deleteIfExists(own.resolve("a"));
      Files.deleteIfExists(own);
    } catch (IOException e) {
      own.toFile().deleteOnExit(); // an empty folder is left, which the name explains
    }
  }
}
