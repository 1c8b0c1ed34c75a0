/** The process: command line, job files, runs and reports are below. */
@NullMarked
package org.twinline.launcher;

import org.jspecify.annotations.NullMarked;
