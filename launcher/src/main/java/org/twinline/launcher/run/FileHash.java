package org.twinline.launcher.run;

import com.google.common.hash.Hashing;
import com.google.common.io.Files;
import java.io.IOException;
import java.nio.file.Path;

/** Checksums of input files. */
final class FileHash {
  private FileHash() {}

  /** The SHA-256 of a file, lower-case hex. */
  static String sha256(Path file) throws IOException {
    return Files.asByteSource(file.toFile()).hash(Hashing.sha256()).toString();
  }
}
