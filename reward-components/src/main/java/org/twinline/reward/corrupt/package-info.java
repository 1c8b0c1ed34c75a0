/**
 * Corruptions of good answers: training pairs, labelled answers, steps and conclusions for reward
 * models, made from phrase tables and from near misses of the terminology.
 *
 * <p>Start at {@link Corrupter}. Nothing here trains or scores. What one part of the rows may use
 * (phrases, concepts, questions) never occurs in the other, see {@link Part}.
 */
@NullMarked
package org.twinline.reward.corrupt;

import org.jspecify.annotations.NullMarked;
