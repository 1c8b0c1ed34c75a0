@NullMarked
package org.twinline.terminology.link;

import org.jspecify.annotations.NullMarked;
