/**
 * The unverifiable line: long answers judged by preference. Start at {@link
 * org.twinline.unverifiable.UnverifiableLine}.
 */
@NullMarked
package org.twinline.unverifiable;

import org.jspecify.annotations.NullMarked;
