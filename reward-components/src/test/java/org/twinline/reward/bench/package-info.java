/** Measurements of rules and models; each is a program, none a test. */
@NullMarked
package org.twinline.reward.bench;

import org.jspecify.annotations.NullMarked;
