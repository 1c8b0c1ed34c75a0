@NullMarked
package org.twinline.terminology.index;

import org.jspecify.annotations.NullMarked;
