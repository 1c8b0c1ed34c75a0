/** Files of an index directory: sections, tries, concepts. Internal to the library. */
@NullMarked
package org.twinline.terminology.store;

import org.jspecify.annotations.NullMarked;
