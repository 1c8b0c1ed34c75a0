@NullMarked
package org.twinline.reward.rule.text;

import org.jspecify.annotations.NullMarked;
