/**
 * What travels between the steps of a line: judged groups, finished dataset lines and parts of the
 * account, in one stream; and the pure steps that work on it.
 */
@NullMarked
package org.twinline.core.flow;

import org.jspecify.annotations.NullMarked;
