@NullMarked
package org.twinline.reward.attack;

import org.jspecify.annotations.NullMarked;
