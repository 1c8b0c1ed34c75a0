/** Approximate look-up of names; the only package that knows Lucene. */
@NullMarked
package org.twinline.terminology.index;

import org.jspecify.annotations.NullMarked;
