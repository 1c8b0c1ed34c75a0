@NullMarked
package org.twinline.reward.rule.choice;

import org.jspecify.annotations.NullMarked;
