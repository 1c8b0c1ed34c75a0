/**
 * Reward models through DJL's PyTorch engine: bundles (a card and a head on an encoder, shared or
 * the bundle's own), the assembly of the encoder, and batched scoring.
 *
 * <p>Start at {@link org.twinline.reward.djl.BundleScorer}. {@link
 * org.twinline.reward.djl.EncoderAssembly} makes the encoder folder once; {@link
 * org.twinline.reward.djl.TextEncoder} is the way to plain vectors. DJL types never leave this
 * package and {@code org.twinline.reward.train}. Not here: buffering of a pipeline's elements, and
 * the training of heads.
 */
@NullMarked
package org.twinline.reward.djl;

import org.jspecify.annotations.NullMarked;
