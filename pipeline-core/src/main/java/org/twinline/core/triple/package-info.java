/** The words of the design as immutable values: question, candidate, reference answer, triple. */
@NullMarked
package org.twinline.core.triple;

import org.jspecify.annotations.NullMarked;
