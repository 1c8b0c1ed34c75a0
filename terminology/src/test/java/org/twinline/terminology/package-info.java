@NullMarked
package org.twinline.terminology;

import org.jspecify.annotations.NullMarked;
