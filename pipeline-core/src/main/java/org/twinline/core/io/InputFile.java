package org.twinline.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
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

  /**
   * Looks at a file that a URI names.
   *
   * @throws UnreadableInput if it cannot be read or is not what its name says
   */
  static InputFile of(Storage.Found file) throws UnreadableInput {
    String location = file.location();
    try (InputStream in = Channels.newInputStream(Storage.of(location).open(location))) {
      byte[] head = in.readNBytes(Compression.HEAD_BYTES);
      return new InputFile(location, Compression.of(location, head), file.size());
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableInput("Cannot read " + location + ": " + e.getMessage(), e);
    }
  }

  /** Whether slices of it can be read: only plain text has lines at known offsets. */
  public boolean splittable() {
    return compression == Compression.NONE;
  }
}
