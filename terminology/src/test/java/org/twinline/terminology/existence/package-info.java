@NullMarked
package org.twinline.terminology.existence;

import org.jspecify.annotations.NullMarked;
