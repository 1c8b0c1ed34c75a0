/** What a terminology is built from, each format with precise errors. */
@NullMarked
package org.twinline.terminology.source;

import org.jspecify.annotations.NullMarked;
