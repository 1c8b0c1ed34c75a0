/** Measurements: programs, not tests. */
@NullMarked
package org.twinline.terminology.bench;

import org.jspecify.annotations.NullMarked;
