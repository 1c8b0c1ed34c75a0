/** Reading records in a pipeline. */
@NullMarked
package org.twinline.core.io.beam;

import org.jspecify.annotations.NullMarked;
