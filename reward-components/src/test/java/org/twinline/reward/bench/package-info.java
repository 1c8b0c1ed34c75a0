/** Measurements over evaluation sets that are not part of this repository: main programs. */
@org.jspecify.annotations.NullMarked
package org.twinline.reward.bench;
