/** References to indices and models, and counted leases of what was opened from them. */
@NullMarked
package org.twinline.core.resource;

import org.jspecify.annotations.NullMarked;
