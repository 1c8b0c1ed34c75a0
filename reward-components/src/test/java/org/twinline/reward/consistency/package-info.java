@NullMarked
package org.twinline.reward.consistency;

import org.jspecify.annotations.NullMarked;
