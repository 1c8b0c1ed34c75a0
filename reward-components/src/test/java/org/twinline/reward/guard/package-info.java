@NullMarked
package org.twinline.reward.guard;

import org.jspecify.annotations.NullMarked;
