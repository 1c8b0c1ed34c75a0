@NullMarked
package org.twinline.launcher.plan;

import org.jspecify.annotations.NullMarked;
