@NullMarked
package org.twinline.terminology.merge;

import org.jspecify.annotations.NullMarked;
