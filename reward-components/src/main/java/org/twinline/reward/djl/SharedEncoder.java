package org.twinline.reward.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * An encoder's weights and tokenizer, loaded once per JVM and counted: {@link #lease} adds a user,
 * {@link #release} removes one, and the last closes the model. Leases are keyed by the hashes of
 * the files and how texts are read, so two folders with the same content share.
 */
final class SharedEncoder {
  private static final Map<Key, SharedEncoder> LIVE = new HashMap<>();

  private final EncoderPlace place;
  private final EncoderCard card;
  private final Model model;
  private final HuggingFaceTokenizer tokenizer;
  private int users;

  private SharedEncoder(
      EncoderPlace place, EncoderCard card, Model model, HuggingFaceTokenizer tokenizer) {
    this.place = place;
    this.card = card;
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /** What two encoders must have in common to be one. */
  private record Key(EncoderCard.Hashes files, EncoderCard.Geometry geometry) {
    static Key of(EncoderCard card) {
      return new Key(card.files(), card.geometry());
    }
  }

  /**
   * Checks the folder's files against the reference, then adds a user.
   *
   * @throws UnusableModel if the folder is missing, or holds other files or foreign code
   */
  static SharedEncoder lease(EncoderPlace place) {
    EncoderCard card = place.verified();
    synchronized (LIVE) {
      SharedEncoder shared = LIVE.get(Key.of(card));
      if (shared == null) {
        shared = load(place, card);
        LIVE.put(Key.of(card), shared);
      }
      shared.users++;
      return shared;
    }
  }

  private static SharedEncoder load(EncoderPlace place, EncoderCard card) {
    TorchEngine.start();
    Model model = Model.newInstance(card.name(), TorchEngine.device(), TorchEngine.NAME);
    try {
      model.load(place.folder(), EncoderCard.MODEL);
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(place.folder().resolve(EncoderCard.TOKENIZER))
              .optPadding(false)
              .optTruncation(false)
              .build();
      return new SharedEncoder(place, card, model, tokenizer);
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new UnusableModel(
          "Cannot load the encoder in "
              + place.folder()
              + ": "
              + e.getMessage()
              + "; "
              + place.remedy(),
          e);
    }
  }

  void release() {
    synchronized (LIVE) {
      users--;
      if (users == 0) {
        LIVE.remove(Key.of(card));
        tokenizer.close();
        model.close();
      }
    }
  }

  /** How many users encoders of these files have; 0 where none is loaded. */
  static int users(EncoderCard.Hashes files) {
    synchronized (LIVE) {
      return LIVE.values().stream()
          .filter(shared -> shared.card.files().equals(files))
          .mapToInt(shared -> shared.users)
          .sum();
    }
  }

  EncoderCard card() {
    return card;
  }

  /** What to do where it gives what it should not. */
  String remedy() {
    return place.remedy();
  }

  /** A predictor of the caller's own, to be closed by it: predictors are not thread-safe. */
  Predictor<NDList, NDList> newPredictor() {
    return model.newPredictor(new NoopTranslator());
  }

  /** A manager whose arrays live until it is closed. */
  NDManager newManager() {
    return model.getNDManager().newSubManager();
  }

  /** Token ids with both special tokens, not truncated. Thread-safe. */
  long[] tokens(String text) {
    return tokenizer.encode(text, true, false).getIds();
  }
}
