package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plain logits that a bundle gives for steps, one a dimension, for readers that weigh them
 * against each other.
 *
 * <p>A step's logits do not depend on the other steps of a call, which costs whole batches ({@link
 * TextEncoder}). Not thread-safe: every thread opens its own; the encoder's weights are shared by
 * all of a JVM.
 */
public final class StepLogits implements AutoCloseable {
  private final Bundle bundle;
  private final LinearHead head;
  private final TextEncoder encoder;

  private StepLogits(Bundle bundle, LinearHead head, TextEncoder encoder) {
    this.bundle = bundle;
    this.head = head;
    this.encoder = encoder;
  }

  /**
   * Opens a bundle: checks the hashes of its files and, once in a JVM, its golden inputs.
   *
   * @throws UnusableModel if a file is missing, changed or malformed, the encoder is foreign code
   *     that is not allowed, or a golden score is off
   */
  public static StepLogits open(Path folder, Encoders encoders) {
    Bundle bundle = Bundle.read(folder);
    TextEncoder encoder = TextEncoder.open(bundle.encoder(encoders));
    boolean opened = false;
    try {
      LinearHead head = bundle.head(encoder.card());
      bundle.check(encoder, head);
      opened = true;
      return new StepLogits(bundle, head, encoder);
    } finally {
      if (!opened) {
        encoder.close();
      }
    }
  }

  /** The bundle's card. */
  public BundleCard card() {
    return bundle.card();
  }

  /**
   * Reads steps.
   *
   * @param steps texts, none blank, for the placeholder {@code {step}}
   * @return one list a step, in order, with a logit for each of the card's dimensions; empty where
   *     the model gave a number that is not finite
   * @throws UnusableModel if the bundle's templates ask for more than a step
   */
  public List<Optional<double[]>> of(List<String> steps) {
    List<Text> texts = new ArrayList<>();
    for (String step : steps) {
      texts.addAll(bundle.card().inputs().render(new Slots("", "", "", "", step)));
    }
    int width = bundle.card().inputs().templates().size();
    if (texts.size() != width * steps.size()) {
      throw new UnusableModel(
          "Cannot read steps by bundle %s: it asks for more than {step}"
              .formatted(bundle.card().identity().name()));
    }
    List<Encoded> encoded = encoder.encodeAll(texts);
    List<Optional<double[]>> logits = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += width) {
      List<Encoded> own = encoded.subList(from, from + width);
      logits.add(
          own.stream().allMatch(Encoded::finite)
              ? Optional.of(logits(texts.subList(from, from + width), own))
              : Optional.empty());
    }
    return logits;
  }

  private double[] logits(List<Text> texts, List<Encoded> encoded) {
    float[] features = bundle.features(texts, encoded);
    double[] logits = new double[head.dimensions()];
    for (int d = 0; d < logits.length; d++) {
      logits[d] = head.logit(d, features);
    }
    return logits;
  }

  @Override
  public void close() {
    encoder.close();
  }
}
