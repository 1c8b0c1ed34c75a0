@NullMarked
package org.twinline.reward.agreement;

import org.jspecify.annotations.NullMarked;
