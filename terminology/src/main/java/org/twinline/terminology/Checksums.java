package org.twinline.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** SHA-256 of files, directories and lines. */
public final class Checksums {
  private static final int BUFFER = 1 << 18;

  private Checksums() {}

  /** A digest to feed. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What was fed, as hexadecimal digits. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of a file in hexadecimal digits. */
  public static String ofFile(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest);
  }

  /**
   * The SHA-256 of each file below a directory by its relative path with slashes, without files
   * whose name begins with a dot; several files at once, the largest first.
   */
  public static SortedMap<String, String> ofFiles(Path directory) throws IOException {
    return ofFiles(files(directory));
  }

  private static SortedMap<String, String> ofFiles(Map<String, Path> files) throws IOException {
    List<Map.Entry<String, Path>> order = new ArrayList<>(files.entrySet());
    order.sort(Comparator.comparingLong(file -> -file.getValue().toFile().length()));
    int threads = Math.max(1, Math.min(order.size(), Runtime.getRuntime().availableProcessors()));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      SortedMap<String, Future<String>> running = new TreeMap<>();
      for (Map.Entry<String, Path> file : order) {
        running.put(file.getKey(), pool.submit(() -> ofFile(file.getValue())));
      }
      SortedMap<String, String> sums = new TreeMap<>();
      for (Map.Entry<String, Future<String>> sum : running.entrySet()) {
        sums.put(sum.getKey(), sum.getValue().get());
      }
      return sums;
    } catch (ExecutionException e) {
      throw new IOException("Cannot read a file: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Cannot read the files: interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, Path> files(Path given) throws IOException {
    // A walk does not follow its own start where that is a link.
    Path directory = given.toRealPath();
    List<Path> found;
    try (Stream<Path> all = Files.walk(directory)) {
      found =
          all.filter(Files::isRegularFile)
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .toList();
    }
    Map<String, Path> files = new TreeMap<>();
    for (Path file : found) {
      files.put(directory.relativize(file).toString().replace('\\', '/'), file);
    }
    return files;
  }

  /**
   * Compares the files of an index directory with what is expected of them.
   *
   * @param expected relative path to SHA-256 of every file but {@code index.json}
   * @throws TerminologyException if a file is missing, changed or not expected; the message names
   *     it and says what to do
   */
  public static void verify(Path directory, SortedMap<String, String> expected) throws IOException {
    Map<String, Path> files = files(directory);
    files.remove(IndexDescription.FILE);
    for (String name : expected.keySet()) {
      if (!files.containsKey(name)) {
        throw refusal(directory.resolve(name) + " is missing; build it again");
      }
    }
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (!expected.containsKey(file.getKey())) {
        throw refusal(directory.resolve(file.getKey()) + " does not belong to it; remove the file");
      }
    }
    SortedMap<String, String> sums = ofFiles(files);
    for (Map.Entry<String, String> sum : expected.entrySet()) {
      if (!sum.getValue().equals(sums.get(sum.getKey()))) {
        throw refusal(
            directory.resolve(sum.getKey())
                + " is corrupt (its SHA-256 differs from index.json); build it again");
      }
    }
  }

  private static TerminologyException refusal(String why) {
    return new TerminologyException("Cannot open terminology: " + why);
  }

  /** Adds fields separated by U+001F and ended by a line feed. */
  public static void line(MessageDigest digest, Object... fields) {
    StringBuilder line = new StringBuilder();
    for (Object field : fields) {
      line.append(field).append('\u001f');
    }
    digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }
}
