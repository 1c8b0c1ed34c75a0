/** Writing datasets from a pipeline. */
@NullMarked
package org.twinline.core.dataset.beam;

import org.jspecify.annotations.NullMarked;
