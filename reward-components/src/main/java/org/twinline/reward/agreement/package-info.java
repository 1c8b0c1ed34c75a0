/**
 * Verdicts against what people say: how far they agree, and thresholds chosen from labelled scores.
 * Start at {@link org.twinline.reward.agreement.Agreement} and {@link
 * org.twinline.reward.agreement.Calibration}. Pure arithmetic on scores; no text, no terminology.
 */
@NullMarked
package org.twinline.reward.agreement;

import org.jspecify.annotations.NullMarked;
