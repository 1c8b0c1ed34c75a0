/** Grouping in a pipeline. */
@NullMarked
package org.twinline.core.group.beam;

import org.jspecify.annotations.NullMarked;
