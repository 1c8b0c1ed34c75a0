package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder with an encoder, shared or a bundle's own.
 *
 * @param encoder what must lie there
 * @param own whether the folder is a bundle's, not one of shared encoders
 * @param allowed as in {@link Encoders}
 */
public record EncoderPlace(
    Path folder, EncoderRef encoder, boolean own, SortedSet<String> allowed) {
  public EncoderPlace {
    allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
  }

  /** What to do about a file that is missing or changed. */
  String remedy() {
    return own ? BundleCardJson.REMEDY : EncoderAssembly.REMEDY;
  }

  /** The file with the weights. */
  public Path model() {
    return folder.resolve(EncoderCard.MODEL);
  }

  /**
   * Reads the encoder's card, which must be of the encoder that is wanted.
   *
   * @throws UnusableModel if it is missing, malformed or of another encoder
   */
  public EncoderCard card() {
    EncoderCard card = EncoderCard.read(folder, remedy());
    if (!card.ref().equals(encoder)) {
      throw new UnusableModel(
          "Cannot use encoder %s: %s is of %s with model sha256 %s and tokenizer sha256 %s, the bundle needs %s and %s; %s"
              .formatted(
                  encoder.name(),
                  folder.resolve(EncoderCard.FILE),
                  card.name(),
                  card.files().model(),
                  card.files().tokenizer(),
                  encoder.files().model(),
                  encoder.files().tokenizer(),
                  remedy()));
    }
    return card;
  }

  /**
   * Checks every file by its hash, and that the model's code is known or trusted.
   *
   * @throws UnusableModel if a file is missing or changed, or the code is foreign
   */
  public EncoderCard verified() {
    EncoderCard card = card();
    ModelFiles.verify(folder.resolve(EncoderCard.TOKENIZER), encoder.files().tokenizer(), remedy());
    ModelFiles.verify(model(), encoder.files().model(), remedy());
    ForeignCode.refuse(model(), encoder.files().model(), allowed);
    return card;
  }
}
