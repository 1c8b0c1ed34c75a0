/** Datasets on disk: shards with checksums and digests, staged and committed as a whole. */
@NullMarked
package org.twinline.core.dataset;

import org.jspecify.annotations.NullMarked;
