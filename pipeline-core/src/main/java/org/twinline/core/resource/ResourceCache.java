package org.twinline.core.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.twinline.core.io.Storage;

/**
 * Folders that travel by reference: laid down once beside the job's other remote files under the
 * hash of their content, and copied once to each worker. A copy is not trusted: whoever opens the
 * folder checks its content against the reference.
 */
public final class ResourceCache {
  /** Names the worker's folder for copies; without it, one below the temporary folder. */
  public static final String FOLDER = "twinline.cache";

  /** Written last, so that a folder that was laid down in part is not taken for a whole one. */
  private static final String COMPLETE = "_COMPLETE";

  private ResourceCache() {}

  /**
   * Lays a local folder down below a URI, unless it lies there already.
   *
   * @param wanted which of its files, by their paths below the folder
   * @return the reference to it there
   */
  public static ResourceRef lay(ResourceRef local, String remote, Predicate<Path> wanted)
      throws IOException {
    String target = Storage.below(Storage.below(remote, "resources"), local.sha256());
    Storage storage = Storage.of(target);
    String mark = Storage.below(target, COMPLETE);
    if (storage.match(mark).isEmpty()) {
      for (Path file : files(local.path(), wanted)) {
        // One left by an attempt that was killed is written over.
        try (OutputStream out = storage.create(Storage.below(target, file.toString()))) {
          Files.copy(local.path().resolve(file), out);
        }
      }
      storage.publish(mark, new byte[0]);
    }
    return new ResourceRef(target, local.sha256());
  }

  /** The folder on this machine: itself where it is local, else a copy made once. */
  public static Path local(ResourceRef ref) {
    if (!Storage.isRemote(ref.uri())) {
      return Path.of(ref.uri());
    }
    Path folder = folder().resolve(ref.sha256());
    synchronized (ResourceCache.class) {
      try {
        if (!Files.exists(folder)) {
          fetch(ref, folder);
        }
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot copy " + ref.uri() + " to " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  private static void fetch(ResourceRef ref, Path folder) throws IOException {
    Path fresh = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(fresh);
    Storage storage = Storage.of(ref.uri());
    List<Storage.Found> found = storage.match(Storage.below(ref.uri(), "**"));
    if (found.isEmpty()) {
      throw new IOException("nothing lies there");
    }
    for (Storage.Found file : found) {
      // A file system may write a location in another way than it was asked for.
      String folderName = "/" + ref.sha256() + "/";
      String name =
          file.location().substring(file.location().lastIndexOf(folderName) + folderName.length());
      Path target = fresh.resolve(name).normalize();
      if (!target.startsWith(fresh)) {
        throw new IOException("a name that leaves the folder: " + name);
      }
      if (!name.equals(COMPLETE)) {
        Files.createDirectories(target.getParent() == null ? fresh : target.getParent());
        try (InputStream in = Channels.newInputStream(storage.open(file.location()))) {
          Files.copy(in, target);
        }
      }
    }
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process of this machine was faster; its copy is as good.
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  private static Path folder() {
    return Path.of(
        System.getProperty(
            FOLDER, Path.of(System.getProperty("java.io.tmpdir"), "twinline-cache").toString()));
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    // A walk does not follow its own start where that is a link.
    Path real = folder.toRealPath();
    try (Stream<Path> walk = Files.walk(real)) {
      return walk.filter(Files::isRegularFile)
          .map(real::relativize)
          .filter(wanted)
          .sorted()
          .toList();
    }
  }
}
