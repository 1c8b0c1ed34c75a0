package org.twinline.reward.step;

import java.io.Serializable;
import org.twinline.core.resource.ResourceRef;

/**
 * A model bundle and the folder its encoder lies in.
 *
 * @param bundle its hash is that of the card in its canonical form, which holds the head's hash
 * @param encoders folder of assembled encoders; its hash is that of the encoder's weights
 */
public record ModelJob(ResourceRef bundle, ResourceRef encoders) implements Serializable {}
