/** Measurements, run by hand; no tests. */
@NullMarked
package org.twinline.reward.bench;

import org.jspecify.annotations.NullMarked;
