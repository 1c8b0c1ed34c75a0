package org.twinline.reward.step;

import java.io.Serializable;
import java.util.List;
import org.twinline.core.resource.ResourceRef;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.UnusableModel;

/**
 * A model bundle and the folder its encoder lies in.
 *
 * @param bundle its hash is that of the card in its canonical form, which holds the head's hash
 * @param encoders folder of assembled encoders, or the bundle's own where it brings one; its hash
 *     is that of the encoder's weights, or the bundle's
 * @param allowed hashes of models of foreign code that may run
 */
public record ModelJob(ResourceRef bundle, ResourceRef encoders, List<String> allowed)
    implements Serializable {
  public ModelJob {
    allowed = List.copyOf(allowed);
  }

  /** The encoders as this worker finds them. */
  Encoders access() {
    return Encoders.in(encoders.path()).allowing(allowed);
  }

  /**
   * Checks that a bundle is the one that the job was started with.
   *
   * @throws UnusableModel if it is another one
   */
  void require(BundleCard card) {
    String found = card.sha256();
    if (!found.equals(bundle.sha256())) {
      throw new UnusableModel(
          "Cannot use bundle %s: its card has sha256 %s here, the job was started with %s"
              .formatted(bundle.uri(), found, bundle.sha256()));
    }
  }

  /** Without foreign code. */
  public ModelJob(ResourceRef bundle, ResourceRef encoders) {
    this(bundle, encoders, List.of());
  }
}
