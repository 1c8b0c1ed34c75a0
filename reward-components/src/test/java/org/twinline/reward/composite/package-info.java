@NullMarked
package org.twinline.reward.composite;

import org.jspecify.annotations.NullMarked;
