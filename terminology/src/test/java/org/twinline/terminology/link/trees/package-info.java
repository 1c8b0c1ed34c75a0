@NullMarked
package org.twinline.terminology.link.trees;

import org.jspecify.annotations.NullMarked;
