package org.twinline.reward.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An encoder's weights and tokenizer, loaded once per JVM and counted: {@link #lease} adds a user,
 * {@link #release} removes one, and the last closes the model. Leases are keyed by the hashes of
 * the files, so two folders with the same content share.
 */
final class SharedEncoder {
  private static final Map<EncoderCard.Hashes, SharedEncoder> LIVE = new HashMap<>();

  private final EncoderCard card;
  private final Model model;
  private final HuggingFaceTokenizer tokenizer;
  private int users;

  private SharedEncoder(EncoderCard card, Model model, HuggingFaceTokenizer tokenizer) {
    this.card = card;
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /**
   * Checks the folder's files against the reference, then adds a user.
   *
   * @throws UnusableModel if the folder is missing or holds other files
   */
  static SharedEncoder lease(Path encodersDir, EncoderRef ref) {
    Path folder = encodersDir.resolve(ref.name());
    EncoderCard card = EncoderCard.read(folder);
    if (!card.name().equals(ref.name()) || !card.files().equals(ref.files())) {
      throw new UnusableModel(
          "Cannot use encoder %s: %s is of %s with model sha256 %s and tokenizer sha256 %s, the bundle needs %s and %s; %s"
              .formatted(
                  ref.name(),
                  folder.resolve(EncoderCard.FILE),
                  card.name(),
                  card.files().model(),
                  card.files().tokenizer(),
                  ref.files().model(),
                  ref.files().tokenizer(),
                  EncoderAssembly.REMEDY));
    }
    ModelFiles.verify(
        folder.resolve(EncoderCard.TOKENIZER), ref.files().tokenizer(), EncoderAssembly.REMEDY);
    ModelFiles.verify(
        folder.resolve(EncoderCard.MODEL), ref.files().model(), EncoderAssembly.REMEDY);
    synchronized (LIVE) {
      SharedEncoder shared = LIVE.get(ref.files());
      if (shared == null) {
        shared = load(folder, card);
        LIVE.put(ref.files(), shared);
      }
      shared.users++;
      return shared;
    }
  }

  private static SharedEncoder load(Path folder, EncoderCard card) {
    TorchEngine.start();
    Model model = Model.newInstance(card.name(), Device.cpu(), TorchEngine.NAME);
    try {
      model.load(folder, EncoderCard.MODEL);
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(folder.resolve(EncoderCard.TOKENIZER))
              .optPadding(false)
              .optTruncation(false)
              .build();
      return new SharedEncoder(card, model, tokenizer);
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new UnusableModel(
          "Cannot load the encoder in "
              + folder
              + ": "
              + e.getMessage()
              + "; "
              + EncoderAssembly.REMEDY,
          e);
    }
  }

  void release() {
    synchronized (LIVE) {
      users--;
      if (users == 0) {
        LIVE.remove(card.files());
        tokenizer.close();
        model.close();
      }
    }
  }

  /** How many users an encoder has; 0 where it is not loaded. */
  static int users(EncoderCard.Hashes files) {
    synchronized (LIVE) {
      SharedEncoder shared = LIVE.get(files);
      return shared == null ? 0 : shared.users;
    }
  }

  EncoderCard card() {
    return card;
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
