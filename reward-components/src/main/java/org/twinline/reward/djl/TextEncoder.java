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
 * One core encodes about 4,000 tokens a second; a call costs at least one batch of 1,024 padded
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

  /** Into so many pieces a text is cut at most, some 8,000 tokens in all. */
  public static final int MOST_CHUNKS = 16;

  private static final int SPECIAL_TOKENS = 2;

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
   * @param chunked texts that were encoded in pieces
   */
  public record Work(
      long texts, long batches, long tokens, long paddedTokens, long truncated, long chunked) {
    static final Work NONE = new Work(0, 0, 0, 0, 0, 0);
  }

  /** One piece of a text, with both special tokens. */
  private record Piece(long[] ids) {}

  /** A text's pieces: from which place in the list of all, how many, and the tokens it has. */
  private record Tokenised(int first, int count, int tokens, int cut) {}

  /**
   * Opens an encoder after checking its files.
   *
   * @param encodersDir where encoder folders lie, by name
   * @throws UnusableModel if it is missing, changed, or another one
   */
  public static TextEncoder open(Path encodersDir, EncoderRef encoder) {
    return open(Encoders.in(encodersDir).shared(encoder));
  }

  /**
   * Opens an encoder after checking its files.
   *
   * @throws UnusableModel if it is missing, changed, another one, or foreign code that is not
   *     allowed
   */
  public static TextEncoder open(EncoderPlace encoder) {
    SharedEncoder shared = SharedEncoder.lease(encoder);
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

  /**
   * A text's token ids as a training reads them: with both special tokens and without what is over
   * the limit, of a text in chunks all but the first.
   */
  public long[] tokens(Text text) {
    List<Piece> pieces = new ArrayList<>();
    tokenise(text, pieces);
    return pieces.get(0).ids();
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
    List<Encoded> encoded = encodeAll(texts);
    for (Encoded text : encoded) {
      if (!text.finite()) {
        throw new UnusableModel(
            "Encoder %s gave a number that is not finite for a text of %d tokens; %s"
                .formatted(shared.card().name(), text.tokens(), shared.remedy()));
      }
    }
    return encoded;
  }

  /** The same, where a vector may hold numbers that are not finite; the others are as ever. */
  List<Encoded> encodeAll(List<Text> texts) {
    Map<Text, Integer> distinct = new LinkedHashMap<>();
    for (Text text : texts) {
      distinct.putIfAbsent(text, distinct.size());
    }
    List<Tokenised> tokenised = new ArrayList<>(distinct.size());
    List<Piece> pieces = new ArrayList<>(distinct.size());
    for (Text text : distinct.keySet()) {
      tokenised.add(tokenise(text, pieces));
    }
    Map<PaddedShape, List<Integer>> classes = new EnumMap<>(PaddedShape.class);
    for (int i = 0; i < pieces.size(); i++) {
      classes
          .computeIfAbsent(PaddedShape.of(pieces.get(i).ids().length), shape -> new ArrayList<>())
          .add(i);
    }
    float[][] vectors = new float[pieces.size()][];
    classes.forEach(
        (shape, members) -> {
          for (int i = 0; i < members.size(); i += shape.rows()) {
            List<Integer> rows = members.subList(i, Math.min(members.size(), i + shape.rows()));
            run(shape, rows, pieces, vectors);
          }
        });
    count(tokenised);
    List<Encoded> encoded = new ArrayList<>(tokenised.size());
    for (Tokenised text : tokenised) {
      encoded.add(new Encoded(vector(text, pieces, vectors), text.tokens(), text.cut()));
    }
    return texts.stream().map(text -> encoded.get(distinct.getOrDefault(text, 0))).toList();
  }

  /** Adds a text's pieces to the list of all. */
  private Tokenised tokenise(Text text, List<Piece> pieces) {
    EncoderCard.Geometry geometry = shared.card().geometry();
    String content =
        geometry.lowerCase() ? text.content().toLowerCase(Locale.ROOT) : text.content();
    long[] ids = shared.tokens(content);
    int limit = Math.min(text.maximumTokens(), geometry.maximumTokens());
    int first = pieces.size();
    int inside = limit - SPECIAL_TOKENS;
    int plain = ids.length - SPECIAL_TOKENS;
    if (plain <= inside) {
      pieces.add(new Piece(ids));
      return new Tokenised(first, 1, ids.length, 0);
    }
    switch (text.truncation()) {
      case RIGHT -> pieces.add(piece(ids, 0, inside));
      case LEFT -> pieces.add(piece(ids, plain - inside, inside));
      case CHUNKS -> {
        int read = Math.min(plain, MOST_CHUNKS * inside);
        int chunks = (read + inside - 1) / inside;
        for (int i = 0; i < chunks; i++) {
          int begin = (int) ((long) read * i / chunks);
          int end = (int) ((long) read * (i + 1) / chunks);
          pieces.add(piece(ids, begin, end - begin));
        }
        return new Tokenised(first, chunks, ids.length, plain - read);
      }
    }
    return new Tokenised(first, 1, ids.length, plain - inside);
  }

  /** Some of a text's plain tokens between both special ones. */
  private static Piece piece(long[] ids, int begin, int length) {
    long[] kept = new long[length + SPECIAL_TOKENS];
    kept[0] = ids[0];
    System.arraycopy(ids, begin + 1, kept, 1, length);
    kept[length + 1] = ids[ids.length - 1];
    return new Piece(kept);
  }

  /** The vector of a text: of its only piece, or the mean of its pieces' by tokens. */
  private float[] vector(Tokenised text, List<Piece> pieces, float[][] vectors) {
    if (text.count() == 1) {
      return vectors[text.first()];
    }
    double[] sum = new double[vectors[text.first()].length];
    for (int piece = text.first(); piece < text.first() + text.count(); piece++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (double) vectors[piece][i] * pieces.get(piece).ids().length;
      }
    }
    double size = 0;
    for (int piece = text.first(); piece < text.first() + text.count(); piece++) {
      size += pieces.get(piece).ids().length;
    }
    if (shared.card().geometry().normalised()) {
      double squares = 0;
      for (double value : sum) {
        squares += value * value;
      }
      size = Math.max(Math.sqrt(squares), Double.MIN_NORMAL);
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / size);
    }
    return mean;
  }

  private void count(List<Tokenised> texts) {
    long truncated = texts.stream().filter(text -> text.cut() > 0).count();
    long chunked = texts.stream().filter(text -> text.count() > 1).count();
    work =
        new Work(
            work.texts() + texts.size(),
            work.batches(),
            work.tokens(),
            work.paddedTokens(),
            work.truncated() + truncated,
            work.chunked() + chunked);
  }

  private void run(PaddedShape shape, List<Integer> rows, List<Piece> pieces, float[][] vectors) {
    int width = shape.tokens();
    long[] ids = new long[shape.rows() * width];
    long[] mask = new long[ids.length];
    long read = 0;
    for (int row = 0; row < shape.rows(); row++) {
      if (row < rows.size()) {
        long[] piece = pieces.get(rows.get(row)).ids();
        System.arraycopy(piece, 0, ids, row * width, piece.length);
        Arrays.fill(mask, row * width, row * width + piece.length, 1);
        read += piece.length;
      } else {
        ids[row * width] = DUMMY_TOKEN;
        mask[row * width] = 1;
      }
    }
    float[] output = predict(shape, ids, mask);
    int hidden = output.length / shape.rows();
    for (int row = 0; row < rows.size(); row++) {
      float[] vector = Arrays.copyOfRange(output, row * hidden, (row + 1) * hidden);
      vectors[rows.get(row)] = vector;
    }
    work =
        new Work(
            work.texts(),
            work.batches() + 1,
            work.tokens() + read,
            work.paddedTokens() + ids.length,
            work.truncated(),
            work.chunked());
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
              .formatted(shared.card().name(), shape, shared.remedy()),
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
