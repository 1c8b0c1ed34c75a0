@NullMarked
package org.twinline.launcher.verify;

import org.jspecify.annotations.NullMarked;
