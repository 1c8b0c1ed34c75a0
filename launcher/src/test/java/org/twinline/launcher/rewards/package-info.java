@NullMarked
package org.twinline.launcher.rewards;

import org.jspecify.annotations.NullMarked;
