@NullMarked
package org.twinline.terminology.source;

import org.jspecify.annotations.NullMarked;
