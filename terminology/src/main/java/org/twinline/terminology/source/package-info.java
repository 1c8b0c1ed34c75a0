/**
 * What a terminology is built from, each format with precise errors. Start at {@link
 * org.twinline.terminology.source.Sources}. Merging, hierarchy by the structure of codes and the
 * resolution of names are not here.
 */
@NullMarked
package org.twinline.terminology.source;

import org.jspecify.annotations.NullMarked;
