@NullMarked
package org.twinline.terminology.store;

import org.jspecify.annotations.NullMarked;
