/**
 * Training of reward models in Java: a linear head on a frozen encoder, from labelled answers or
 * from pairs of answers, written as a bundle with its figures on questions it did not see.
 *
 * <p>Start at {@link org.twinline.reward.train.HeadTraining}. Not here: fine-tuning of encoders.
 */
@NullMarked
package org.twinline.reward.train;

import org.jspecify.annotations.NullMarked;
