/** Reward components as flow steps, shared by both lines: guards, rules, models. */
@NullMarked
package org.twinline.reward.step;

import org.jspecify.annotations.NullMarked;
