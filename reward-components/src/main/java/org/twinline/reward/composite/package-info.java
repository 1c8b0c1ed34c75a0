/** One reward of several scores. Start at {@link org.twinline.reward.composite.Composite}. */
@NullMarked
package org.twinline.reward.composite;

import org.jspecify.annotations.NullMarked;
