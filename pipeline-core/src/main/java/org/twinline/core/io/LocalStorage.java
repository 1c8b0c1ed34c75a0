package org.twinline.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files of this machine, or of a disk that is mounted here. */
final class LocalStorage implements Storage {
  static final LocalStorage INSTANCE = new LocalStorage();

  private LocalStorage() {}

  @Override
  public SeekableByteChannel open(String location) throws IOException {
    return Files.newByteChannel(Path.of(location));
  }

  @Override
  public OutputStream create(String location) throws IOException {
    Path path = Path.of(location);
    makeFolder(path);
    return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void publish(String location, byte[] content) throws IOException {
    Path path = Path.of(location);
    makeFolder(path);
    Path fresh = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
    Files.write(fresh, content);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public List<Found> match(String pattern) throws IOException {
    List<Found> found = new ArrayList<>();
    for (InputFile file : Inputs.resolve(List.of(pattern))) {
      found.add(new Found(file.path(), file.size()));
    }
    return found;
  }

  @Override
  public void delete(List<String> locations) throws IOException {
    for (String location : locations) {
      Files.deleteIfExists(Path.of(location));
    }
  }

  private static void makeFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }
}
