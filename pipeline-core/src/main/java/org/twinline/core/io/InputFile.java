package org.twinline.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines.
 *
 * @param path local path or URI, as shown to the user
 * @param size bytes as stored
 */
public record InputFile(String path, Compression compression, long size) implements Serializable {

  /**
   * Looks at a local file.
   *
   * @throws UnreadableInput if it is a directory, cannot be read, or is not what its name says
   */
  public static InputFile of(Path path) throws UnreadableInput {
    if (Files.isDirectory(path)) {
      throw new UnreadableInput(
          "Cannot read "
              + path
              + ": is a directory; name its files, for example "
              + path
              + "/*.jsonl");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(Compression.HEAD_BYTES);
      return new InputFile(
          path.toString(), Compression.of(path.toString(), head), Files.size(path));
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableInput(
          "Cannot read " + path + ": " + e.getClass().getSimpleName() + "; check its permissions",
          e);
    }
  }

  /** Whether slices of it can be read: only plain text has lines at known offsets. */
  public boolean splittable() {
    return compression == Compression.NONE;
  }
}
