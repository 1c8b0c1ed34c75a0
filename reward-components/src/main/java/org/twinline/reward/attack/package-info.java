/**
 * Planted tricks for verifiers, and honest answers that look like them: from an honest item come
 * answers that must not be accepted and answers that must not be rejected. Start at {@link
 * org.twinline.reward.attack.AttackBattery}. Nothing here knows how a verifier decides, so that a
 * model verifier can be put to the same test; guards have tests of their own.
 */
@NullMarked
package org.twinline.reward.attack;

import org.jspecify.annotations.NullMarked;
