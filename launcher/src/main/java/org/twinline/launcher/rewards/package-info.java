/** {@code twinline reward …}: bundles are trained, judged and brought to scale. */
@NullMarked
package org.twinline.launcher.rewards;

import org.jspecify.annotations.NullMarked;
