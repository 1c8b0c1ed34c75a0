/** Lines of one question become one bounded candidate group. */
@NullMarked
package org.twinline.core.group;

import org.jspecify.annotations.NullMarked;
