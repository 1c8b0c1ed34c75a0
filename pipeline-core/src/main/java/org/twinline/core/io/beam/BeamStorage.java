package org.twinline.core.io.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.twinline.core.io.Storage;

/** Files of every file system that Beam finds on the class path. */
public final class BeamStorage implements Storage {
  private static final String FILE = "file://";

  /** For the service loader. */
  public BeamStorage() {}

  @Override
  public SeekableByteChannel open(String location) throws IOException {
    ReadableByteChannel channel = FileSystems.open(one(location).resourceId());
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException("Cannot read " + location + ": its file system cannot seek");
  }

  @Override
  public OutputStream create(String location) throws IOException {
    return Channels.newOutputStream(FileSystems.create(id(location), MimeTypes.BINARY));
  }

  @Override
  public void publish(String location, byte[] content) throws IOException {
    String fresh = location + "." + UUID.randomUUID();
    try (OutputStream out = create(fresh)) {
      out.write(content);
    }
    FileSystems.rename(List.of(id(fresh)), List.of(id(location)));
  }

  @Override
  public List<Found> match(String pattern) throws IOException {
    MatchResult result = FileSystems.match(pattern);
    if (result.status() == MatchResult.Status.NOT_FOUND) {
      return List.of();
    }
    return result.metadata().stream()
        .map(file -> new Found(file.resourceId().toString(), file.sizeBytes()))
        .sorted(Comparator.comparing(Found::location))
        .toList();
  }

  @Override
  public void delete(List<String> locations) throws IOException {
    FileSystems.delete(
        locations.stream().map(BeamStorage::id).toList(), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private static MatchResult.Metadata one(String location) throws IOException {
    MatchResult result = FileSystems.match(location);
    if (result.status() != MatchResult.Status.OK || result.metadata().isEmpty()) {
      throw new NoSuchFileException(location);
    }
    return result.metadata().get(0);
  }

  private static ResourceId id(String location) {
    // Beam finds files of file:// URIs but takes the whole URI for a relative path of a new one.
    String path = location.startsWith(FILE) ? location.substring(FILE.length()) : location;
    return FileSystems.matchNewResource(path, false);
  }
}
