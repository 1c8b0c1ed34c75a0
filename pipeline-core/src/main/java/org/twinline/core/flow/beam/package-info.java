/** The thin transforms that run flow steps in a pipeline. */
@NullMarked
package org.twinline.core.flow.beam;

import org.jspecify.annotations.NullMarked;
