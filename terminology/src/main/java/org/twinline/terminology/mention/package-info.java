/** Concepts in running text. */
@NullMarked
package org.twinline.terminology.mention;

import org.jspecify.annotations.NullMarked;
