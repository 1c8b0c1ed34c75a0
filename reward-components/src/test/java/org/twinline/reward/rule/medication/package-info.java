@NullMarked
package org.twinline.reward.rule.medication;

import org.jspecify.annotations.NullMarked;
