/**
 * Programs of docs/benchmarks: synthetic input, and the plain program the pipeline is measured by.
 */
@NullMarked
package org.twinline.launcher.bench;

import org.jspecify.annotations.NullMarked;
