package org.twinline.launcher.verify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that appears under its name when it is whole; begun with the first bytes. */
public final class StagedFile implements AutoCloseable {
  private final Path place;
  private final Path staging;
  private @Nullable OutputStream out;

  /** A file that will be at a place. */
  public StagedFile(Path place) {
    this.place = place;
    Path absolute = place.toAbsolutePath();
    staging = absolute.resolveSibling("." + absolute.getFileName() + ".part");
  }

  /** The file with nothing in it yet, and empty if nothing more comes. */
  public void begin() throws IOException {
    if (out == null) {
      out = new BufferedOutputStream(Files.newOutputStream(staging), 1 << 16);
    }
  }

  /** Writes a line and its end. */
  public void line(byte[] line) throws IOException {
    begin();
    if (out != null) {
      out.write(line);
      out.write('\n');
    }
  }

  /** Writes a text as the whole file. */
  void text(String text) throws IOException {
    begin();
    if (out != null) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where the file will be. */
  Path place() {
    return place;
  }

  /** Puts the file in its place, or removes an old one where this one was never begun. */
  public void commit() throws IOException {
    if (out == null) {
      Files.deleteIfExists(place);
      return;
    }
    out.close();
    out = null;
    Files.move(staging, place, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      Files.deleteIfExists(staging);
    }
  }
}
