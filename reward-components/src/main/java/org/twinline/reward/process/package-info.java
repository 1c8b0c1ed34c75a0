/**
 * The quality of the reasoning: steps of a chain of thought, what each of them does, how hard the
 * reasoning was, and how good. Start at {@link org.twinline.reward.process.ProcessReward}.
 *
 * <p>All of it is rules, with data in {@code cues.tsv}, and learnt weights of what a step does, in
 * {@code actions.tsv}; the trained per-step head is a model like any other. Whether the conclusion
 * agrees with the answer is {@code reward.consistency}.
 */
@NullMarked
package org.twinline.reward.process;

import org.jspecify.annotations.NullMarked;
