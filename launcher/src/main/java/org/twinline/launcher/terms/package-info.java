/**
 * What {@code twinline terminology …} does, one class a command; {@link
 * org.twinline.launcher.terms.TerminologyCommands} is the way in. Everything is plain library code,
 * without a pipeline.
 */
@NullMarked
package org.twinline.launcher.terms;

import org.jspecify.annotations.NullMarked;
