package org.twinline.launcher.run;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import org.twinline.core.io.Storage;

/** Checksums of input files. */
final class FileHash {
  private FileHash() {}

  /** The SHA-256 of a file or URI, lower-case hex. */
  static String sha256(String location) throws IOException {
    try (HashingInputStream in =
        new HashingInputStream(
            Hashing.sha256(), Channels.newInputStream(Storage.of(location).open(location)))) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.hash().toString();
    }
  }
}
