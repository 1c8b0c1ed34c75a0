package org.twinline.reward.step;

import java.io.Serializable;
import java.nio.file.Path;
import org.twinline.core.resource.ResourceRef;

/**
 * A model bundle and the folder its encoder lies in.
 *
 * @param encoders folder of assembled encoders
 */
public record ModelJob(ResourceRef bundle, String encoders) implements Serializable {

  /** The encoders' folder. */
  public Path encodersPath() {
    return Path.of(encoders);
  }
}
