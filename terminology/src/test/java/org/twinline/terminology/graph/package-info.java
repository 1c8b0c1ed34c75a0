@NullMarked
package org.twinline.terminology.graph;

import org.jspecify.annotations.NullMarked;
