@NullMarked
package org.twinline.reward;

import org.jspecify.annotations.NullMarked;
