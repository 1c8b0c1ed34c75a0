/** Scores with explanations, verdicts of verifiers, and why a record was rejected. */
@NullMarked
package org.twinline.core.verdict;

import org.jspecify.annotations.NullMarked;
