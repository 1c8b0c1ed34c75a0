/**
 * Whether the answer says what the chain of thought concludes. Start at {@link
 * org.twinline.reward.consistency.Consistency}.
 *
 * <p>Whether either of them is right is the verifier's to say; the trained consistency head is a
 * model like any other.
 */
@NullMarked
package org.twinline.reward.consistency;

import org.jspecify.annotations.NullMarked;
