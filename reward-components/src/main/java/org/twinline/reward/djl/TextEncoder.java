package org.twinline.reward.djl;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.TranslateException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns texts into vectors with a shared encoder. A vector depends on its text alone: it is
 * bit-identical whatever the other texts of the call (on one type of processor).
 *
 * <p>Not thread-safe: every thread opens its own. The weights (95 MB) are shared by all of a JVM.
 * One core encodes about 4,000 tokens a second; a call costs at least one batch of 2,048 padded
 * tokens for each length class that occurs, so give it many texts at a time.
 */
public final class TextEncoder implements AutoCloseable {
  /*
   * Texts are tokenised one by one (the batch call starts a thread pool of its own), classed by
   * PaddedShape, and each class is run in batches of its fixed number of rows. Arrays live in a
   * manager per batch: those made in the model's manager would stay until the model is closed.
   * A dummy row is one visible token; with none, softmax over an empty row would be NaN.
   */
  private static final long DUMMY_TOKEN = 0;

  private final SharedEncoder shared;
  private final Predictor<NDList, NDList> predictor;
  private Work work = Work.NONE;
  private boolean closed;

  private TextEncoder(SharedEncoder shared) {
    this.shared = shared;
    this.predictor = shared.newPredictor();
  }

  /**
   * What an encoder has done since it was opened.
   *
   * @param texts distinct texts of each call
   * @param tokens read, without padding
   * @param paddedTokens what was computed; at least {@code tokens}
   * @param truncated texts that were cut
   */
  public record Work(long texts, long batches, long tokens, long paddedTokens, long truncated) {
    static final Work NONE = new Work(0, 0, 0, 0, 0);
  }

  private record Tokens(long[] ids, int whole) {}

  /**
   * Opens an encoder after checking its files.
   *
   * @param encodersDir where encoder folders lie, by name
   * @throws UnusableModel if it is missing, changed, or another one
   */
  public static TextEncoder open(Path encodersDir, EncoderRef encoder) {
    SharedEncoder shared = SharedEncoder.lease(encodersDir, encoder);
    boolean opened = false;
    try {
      TextEncoder result = new TextEncoder(shared);
      opened = true;
      return result;
    } finally {
      if (!opened) {
        shared.release();
      }
    }
  }

  /** The encoder's card. */
  public EncoderCard card() {
    return shared.card();
  }

  /** What was done so far. */
  public Work work() {
    return work;
  }

  /**
   * Encodes texts, equal ones once.
   *
   * @return one result per text, in order
   * @throws UnusableModel if the encoder gives a number that is not finite
   */
  public List<Encoded> encode(List<Text> texts) {
    Map<Text, Integer> distinct = new LinkedHashMap<>();
    for (Text text : texts) {
      distinct.putIfAbsent(text, distinct.size());
    }
    List<Tokens> tokens = new ArrayList<>(distinct.size());
    Map<PaddedShape, List<Integer>> classes = new EnumMap<>(PaddedShape.class);
    for (Text text : distinct.keySet()) {
      Tokens tokenised = tokenise(text);
      classes
          .computeIfAbsent(PaddedShape.of(tokenised.ids().length), shape -> new ArrayList<>())
          .add(tokens.size());
      tokens.add(tokenised);
    }
    float[][] vectors = new float[tokens.size()][];
    classes.forEach(
        (shape, members) -> {
          for (int i = 0; i < members.size(); i += shape.rows()) {
            List<Integer> rows = members.subList(i, Math.min(members.size(), i + shape.rows()));
            run(shape, rows, tokens, vectors);
          }
        });
    List<Encoded> results = new ArrayList<>(texts.size());
    for (Text text : texts) {
      int i = distinct.getOrDefault(text, 0);
      Tokens t = tokens.get(i);
      results.add(new Encoded(vectors[i], t.whole(), t.whole() - t.ids().length));
    }
    return results;
  }

  private Tokens tokenise(Text text) {
    EncoderCard.Geometry geometry = shared.card().geometry();
    String content =
        geometry.lowerCase() ? text.content().toLowerCase(Locale.ROOT) : text.content();
    long[] ids = shared.tokens(content);
    int limit = Math.min(text.maximumTokens(), geometry.maximumTokens());
    if (ids.length <= limit) {
      return new Tokens(ids, ids.length);
    }
    long[] kept = new long[limit];
    switch (text.truncation()) {
      case RIGHT -> {
        System.arraycopy(ids, 0, kept, 0, limit - 1);
        kept[limit - 1] = ids[ids.length - 1];
      }
      case LEFT -> {
        kept[0] = ids[0];
        System.arraycopy(ids, ids.length - limit + 1, kept, 1, limit - 1);
      }
    }
    return new Tokens(kept, ids.length);
  }

  private void run(PaddedShape shape, List<Integer> rows, List<Tokens> tokens, float[][] vectors) {
    int width = shape.tokens();
    long[] ids = new long[shape.rows() * width];
    long[] mask = new long[ids.length];
    long read = 0;
    long truncated = 0;
    for (int row = 0; row < shape.rows(); row++) {
      if (row < rows.size()) {
        Tokens text = tokens.get(rows.get(row));
        System.arraycopy(text.ids(), 0, ids, row * width, text.ids().length);
        Arrays.fill(mask, row * width, row * width + text.ids().length, 1);
        read += text.ids().length;
        truncated += text.whole() > text.ids().length ? 1 : 0;
      } else {
        ids[row * width] = DUMMY_TOKEN;
        mask[row * width] = 1;
      }
    }
    float[] output = predict(shape, ids, mask);
    int hidden = output.length / shape.rows();
    for (int row = 0; row < rows.size(); row++) {
      float[] vector = Arrays.copyOfRange(output, row * hidden, (row + 1) * hidden);
      for (float value : vector) {
        if (!Float.isFinite(value)) {
          throw new UnusableModel(
              "Encoder %s gave %s for a text of %d tokens; %s"
                  .formatted(
                      shared.card().name(),
                      value,
                      tokens.get(rows.get(row)).ids().length,
                      EncoderAssembly.REMEDY));
        }
      }
      vectors[rows.get(row)] = vector;
    }
    work =
        new Work(
            work.texts() + rows.size(),
            work.batches() + 1,
            work.tokens() + read,
            work.paddedTokens() + ids.length,
            work.truncated() + truncated);
  }

  private float[] predict(PaddedShape shape, long[] ids, long[] mask) {
    try (NDManager batch = shared.newManager()) {
      Shape form = new Shape(shape.rows(), shape.tokens());
      NDArray types = batch.zeros(form, DataType.INT64);
      NDList input =
          new NDList(
              batch.create(LongBuffer.wrap(ids), form, DataType.INT64),
              batch.create(LongBuffer.wrap(mask), form, DataType.INT64),
              types);
      NDList output = predictor.predict(input);
      output.attach(batch);
      return output.singletonOrThrow().toFloatArray();
    } catch (TranslateException e) {
      throw new UnusableModel(
          "Encoder %s failed on a batch of shape %s; %s"
              .formatted(shared.card().name(), shape, EncoderAssembly.REMEDY),
          e);
    }
  }

  /** Gives the lease back; a second call does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      predictor.close();
      shared.release();
    }
  }
}
