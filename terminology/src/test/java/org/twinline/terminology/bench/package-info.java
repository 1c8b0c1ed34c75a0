/** Measurements: main programs on real data, not tests. */
@NullMarked
package org.twinline.terminology.bench;

import org.jspecify.annotations.NullMarked;
