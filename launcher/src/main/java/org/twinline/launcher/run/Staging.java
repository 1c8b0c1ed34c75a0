package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twinline.core.io.Storage;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.OutputFolder;

/**
 * Where a run's workers write before the commit. It is locked as long as the run lives, so that a
 * second run into the same output is refused, and what a killed run left is not taken for a living
 * one's.
 */
final class Staging implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path output;
  private final Path folder;
  private final FileChannel lock;
  private final String location;
  private boolean finished;

  private Staging(Path output, Path folder, FileChannel lock, String location) {
    this.output = output;
    this.folder = folder;
    this.lock = lock;
    this.location = location;
  }

  /**
   * Makes the output folder this run's own, clearing what a killed run left in it.
   *
   * @param remote where workers without this machine's disk write instead
   * @throws Failure if the folder holds something else, or another run is writing there
   */
  static Staging claim(Path output, Optional<String> remote) throws IOException {
    List<String> foreign = OutputFolder.foreign(output);
    if (!foreign.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "output directory " + output + " is not empty (" + foreign.get(0) + ")",
          "name a fresh one: --set output.directory=DIR");
    }
    Path folder = output.resolve(OutputFolder.STAGING);
    Files.createDirectories(folder);
    FileChannel lock = lock(output, folder.resolve(LOCK));
    boolean done = false;
    try {
      clear(output, folder);
      done = true;
    } finally {
      if (!done) {
        lock.close();
      }
    }
    return new Staging(
        output,
        folder,
        lock,
        remote
            .map(uri -> Storage.below(Storage.below(uri, "runs"), UUID.randomUUID().toString()))
            .orElse(folder.toAbsolutePath().toString()));
  }

  private static FileChannel lock(Path output, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another run of this process; said below.
    }
    if (lock == null) {
      channel.close();
      throw new Failure(
          ExitCode.USAGE,
          "another run is writing to " + output,
          "wait for it, or name another directory: --set output.directory=DIR");
    }
    return channel;
  }

  /** All but the lock, which tells other runs that this one lives. */
  private static void clear(Path output, Path folder) throws IOException {
    for (Path entry : list(output)) {
      if (!entry.equals(folder)) {
        SetUp.delete(entry);
      }
    }
    clear(folder);
  }

  private static void clear(Path folder) throws IOException {
    for (Path entry : list(folder)) {
      if (!String.valueOf(entry.getFileName()).equals(LOCK)) {
        SetUp.delete(entry);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.toList();
    }
  }

  /** The path or URI below which workers write. */
  String location() {
    return location;
  }

  /** The folder on this machine, for what the commit itself writes first. */
  Path folder() {
    return folder;
  }

  /** Says that the run's output is whole, so that nothing need tell that it is not. */
  void finished() {
    finished = true;
  }

  /**
   * Removes what workers wrote. Where a commit broke off, the empty folder stays beside what was
   * moved, as after a run that was killed: the next run clears both.
   */
  @Override
  public void close() throws IOException {
    try {
      if (Storage.isRemote(location)) {
        Storage storage = Storage.of(location);
        storage.delete(
            storage.match(Storage.below(location, "**")).stream()
                .map(Storage.Found::location)
                .toList());
      }
      boolean brokeOff = !finished && list(output).size() > 1;
      if (brokeOff) {
        clear(folder);
      } else {
        SetUp.delete(folder);
      }
    } finally {
      lock.close();
    }
  }
}
