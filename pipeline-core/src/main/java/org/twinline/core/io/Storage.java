package org.twinline.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files by their location: a local path, or a URI such as {@code gs://bucket/name} of a file system
 * that Beam knows. Workers read inputs and resources and write shards through it, so that they need
 * no disk in common.
 */
public interface Storage {
  /** A file that a pattern matches, with its size in bytes. */
  record Found(String location, long size) {}

  /** Opens a file for reading at any position. */
  SeekableByteChannel open(String location) throws IOException;

  /** Opens a new file for writing; folders above it are made where there are such. */
  OutputStream create(String location) throws IOException;

  /** Writes a small file whole or not at all; one of that name is replaced. */
  void publish(String location, byte[] content) throws IOException;

  /** The files that a location with {@code *}, {@code ?}, {@code **} names, sorted. */
  List<Found> match(String pattern) throws IOException;

  /** Deletes files; one that is not there is no error. */
  void delete(List<String> locations) throws IOException;

  /** The storage of a location. */
  static Storage of(String location) {
    return isRemote(location) ? RemoteStorage.get() : LocalStorage.INSTANCE;
  }

  /** Whether a location is a URI, not a local path. */
  static boolean isRemote(String location) {
    return Scheme.URI.matcher(location).find();
  }

  /** A name below a location. */
  static String below(String location, String name) {
    return isRemote(location)
        ? location + (location.endsWith("/") ? "" : "/") + name
        : Path.of(location).resolve(name).toString();
  }

  /** The last name of a location. */
  static String name(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** What a URI starts with. */
  final class Scheme {
    private static final Pattern URI = Pattern.compile("^[a-z][a-z0-9+.-]*://");

    private Scheme() {}
  }
}
