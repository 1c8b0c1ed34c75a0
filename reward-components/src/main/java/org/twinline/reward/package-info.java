/**
 * Verifiers, guards and reward models: each takes a question and a candidate and gives scores with
 * explanations. Plain library code: no pipeline is needed to use it.
 */
@NullMarked
package org.twinline.reward;

import org.jspecify.annotations.NullMarked;
