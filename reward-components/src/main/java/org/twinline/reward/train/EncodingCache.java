package org.twinline.reward.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twinline.reward.djl.Encoded;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;

/**
 * Vectors of texts that an encoder has seen, kept in a file by hashes of the texts: the texts
 * themselves are not in it. One file an encoder, some 2 kB a text; a broken file is made anew.
 */
final class EncodingCache {
  private static final int MAGIC = 0x54574543;
  private static final int HASH_BYTES = 16;

  /** Fewer texts are not worth a second thread's model calls. */
  private static final int BLOCK = 1_024;

  private final TrainingSettings.Encoding settings;
  private final EncoderPlace encoder;
  private final Map<String, Encoded> known = new HashMap<>();

  private EncodingCache(TrainingSettings.Encoding settings, EncoderPlace encoder) {
    this.settings = settings;
    this.encoder = encoder;
  }

  /** How many texts there were, and how many of them had to be encoded. */
  record Counts(int texts, int encoded) {}

  /** Vectors in the order of the texts. */
  record Result(List<Encoded> vectors, Counts counts) {}

  /** Encodes texts, those aside that were encoded before. */
  static Result encode(List<Text> texts, TrainingSettings.Encoding settings, EncoderPlace encoder) {
    EncodingCache cache = new EncodingCache(settings, encoder);
    cache.read();
    Map<String, Text> missing = new HashMap<>();
    List<String> keys = new ArrayList<>(texts.size());
    for (Text text : texts) {
      String key = key(text);
      keys.add(key);
      if (!cache.known.containsKey(key)) {
        missing.put(key, text);
      }
    }
    cache.fill(missing);
    if (!missing.isEmpty()) {
      cache.write();
    }
    List<Encoded> vectors =
        keys.stream()
            .map(
                key -> {
                  Encoded found = cache.known.get(key);
                  if (found == null) {
                    throw new IllegalStateException("Cannot find a text that was encoded");
                  }
                  return found;
                })
            .toList();
    return new Result(
        vectors, new Counts(Math.toIntExact(keys.stream().distinct().count()), missing.size()));
  }

  private void fill(Map<String, Text> missing) {
    List<String> keys = new ArrayList<>(missing.keySet());
    // By length, so that a block has few shapes; by hash, so that the order is always the same.
    keys.sort(
        Comparator.comparingInt((String key) -> length(missing, key)).thenComparing(key -> key));
    int blocks = (keys.size() + BLOCK - 1) / BLOCK;
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(settings.threads(), blocks)));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int from = 0; from < keys.size(); from += BLOCK) {
        List<String> block = keys.subList(from, Math.min(keys.size(), from + BLOCK));
        running.add(threads.submit(() -> encodeBlock(block, missing)));
      }
      for (Future<?> block : running) {
        block.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Cannot encode the texts", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while texts were encoded", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int length(Map<String, Text> texts, String key) {
    Text text = texts.get(key);
    return text == null ? 0 : text.content().length();
  }

  private void encodeBlock(List<String> block, Map<String, Text> missing) {
    List<Text> texts = new ArrayList<>();
    for (String key : block) {
      Text text = missing.get(key);
      if (text != null) {
        texts.add(text);
      }
    }
    try (TextEncoder session = TextEncoder.open(encoder)) {
      List<Encoded> vectors = session.encode(texts);
      synchronized (known) {
        for (int i = 0; i < block.size(); i++) {
          known.put(block.get(i), vectors.get(i));
        }
      }
    }
  }

  /** What the vector depends on beside the encoder. */
  private static String key(Text text) {
    String whole = text.truncation() + " " + text.maximumTokens() + "\n" + text.content();
    return ModelFiles.sha256(whole.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * HASH_BYTES);
  }

  private Optional<Path> file() {
    return settings
        .cache()
        .map(
            folder ->
                folder.resolve(encoder.encoder().files().model().substring(0, 16) + ".vectors"));
  }

  private void read() {
    Path path = file().filter(Files::isRegularFile).orElse(null);
    if (path == null) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        return;
      }
      int width = in.readInt();
      while (true) {
        byte[] hash = in.readNBytes(HASH_BYTES);
        if (hash.length < HASH_BYTES) {
          return;
        }
        int tokens = in.readInt();
        int cut = in.readInt();
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
          vector[i] = in.readFloat();
        }
        known.put(HexFormat.of().formatHex(hash), new Encoded(vector, tokens, cut));
      }
    } catch (EOFException e) {
      // What was read is whole; the rest is encoded again.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the cache " + path, e);
    }
  }

  private void write() {
    Path path = file().orElse(null);
    if (path == null || known.isEmpty()) {
      return;
    }
    Path staged = path.resolveSibling("." + path.getFileName() + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(staged), 1 << 16))) {
        out.writeInt(MAGIC);
        out.writeInt(known.values().iterator().next().vector().length);
        for (Map.Entry<String, Encoded> entry : known.entrySet()) {
          out.write(HexFormat.of().parseHex(entry.getKey()));
          out.writeInt(entry.getValue().tokens());
          out.writeInt(entry.getValue().cutTokens());
          for (float value : entry.getValue().vector()) {
            out.writeFloat(value);
          }
        }
      }
      Files.move(staged, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the cache " + path, e);
    } finally {
      staged.toFile().delete();
    }
  }
}
