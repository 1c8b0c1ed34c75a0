/** Speed of the rules by JMH; run with the profile {@code bench}. */
@NullMarked
package org.twinline.reward.jmh;

import org.jspecify.annotations.NullMarked;
