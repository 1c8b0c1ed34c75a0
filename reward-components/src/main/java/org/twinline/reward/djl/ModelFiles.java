package org.twinline.reward.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reading and hashing of model files; every failure is an {@link UnusableModel}. */
public final class ModelFiles {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private ModelFiles() {}

  /** Whether a text can name a model: letters, digits, {@code . _ -}, so never a path. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /**
   * The whole content of a small file.
   *
   * @param limit the most bytes it may have
   * @throws UnusableModel if it is missing, unreadable or larger
   */
  static byte[] read(Path file, int limit, String remedy) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw new UnusableModel(
            "Cannot use " + file + ": it has more than " + limit + " bytes; " + remedy);
      }
      return content;
    } catch (NoSuchFileException e) {
      throw missing(file, remedy, e);
    } catch (IOException e) {
      throw new UnusableModel("Cannot read " + file + ": " + e.getMessage() + "; " + remedy, e);
    }
  }

  /**
   * Checks a file's hash without holding its content.
   *
   * @throws UnusableModel if it is missing, unreadable or another file than expected
   */
  static void verify(Path file, String expected, String remedy) {
    String found;
    try {
      found = sha256(file);
    } catch (NoSuchFileException e) {
      throw missing(file, remedy, e);
    } catch (IOException e) {
      throw new UnusableModel("Cannot read " + file + ": " + e.getMessage() + "; " + remedy, e);
    }
    if (!found.equals(expected)) {
      throw UnusableModel.changed(file, expected, found, remedy);
    }
  }

  private static UnusableModel missing(Path file, String remedy, IOException cause) {
    return new UnusableModel("Cannot use " + file + ": it is missing; " + remedy, cause);
  }

  /** The SHA-256 of a file's content, 64 lower-case hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of bytes, 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
