/**
 * What {@code twinline verify} does; {@link org.twinline.launcher.verify.VerifyCommand} is the way
 * in. Plain library code, without a pipeline: one thread reads and writes, the others score, and
 * order is kept. Formats: docs/formats.md, section 14.
 */
@NullMarked
package org.twinline.launcher.verify;

import org.jspecify.annotations.NullMarked;
