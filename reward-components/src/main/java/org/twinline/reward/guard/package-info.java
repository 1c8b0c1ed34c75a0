/**
 * Guards: candidates that cheat or are malformed are dropped before anything is scored. Start at
 * {@link org.twinline.reward.guard.Guards}.
 */
@NullMarked
package org.twinline.reward.guard;

import org.jspecify.annotations.NullMarked;
