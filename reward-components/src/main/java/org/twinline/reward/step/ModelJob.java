package org.twinline.reward.step;

import java.io.Serializable;
import java.util.List;
import org.twinline.core.resource.ResourceRef;

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

  /** Without foreign code. */
  public ModelJob(ResourceRef bundle, ResourceRef encoders) {
    this(bundle, encoders, List.of());
  }
}
