@NullMarked
package org.twinline.reward.rule;

import org.jspecify.annotations.NullMarked;
