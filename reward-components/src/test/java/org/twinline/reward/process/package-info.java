@NullMarked
package org.twinline.reward.process;

import org.jspecify.annotations.NullMarked;
