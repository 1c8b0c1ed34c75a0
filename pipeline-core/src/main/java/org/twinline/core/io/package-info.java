/**
 * Files to lines: which files an input names, how they are compressed, and the lines of each with
 * their byte offsets.
 *
 * <p>Start at {@link org.twinline.core.io.Inputs} and {@link org.twinline.core.io.LineReader}.
 * Lines are bytes here; {@link org.twinline.core.json} makes records of them. Nothing is decoded
 * and nothing is repaired.
 */
@NullMarked
package org.twinline.core.io;

import org.jspecify.annotations.NullMarked;
