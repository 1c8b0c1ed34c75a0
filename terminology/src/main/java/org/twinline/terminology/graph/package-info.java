/** The hierarchy and the relations of concepts, and the similarities they give. */
@NullMarked
package org.twinline.terminology.graph;

import org.jspecify.annotations.NullMarked;
