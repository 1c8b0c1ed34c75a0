/**
 * Verification by rule: an answer against its reference by kind, entities through the terminology.
 *
 * <p>Start at {@link org.twinline.reward.rule.RuleVerifier}. Nothing here asks a model: what the
 * rules cannot tell is {@code UNSURE}.
 */
@NullMarked
package org.twinline.reward.rule;

import org.jspecify.annotations.NullMarked;
