/**
 * Answers in free text against a reference text: the same words, or the keywords it must hold.
 *
 * <p>Start at {@link org.twinline.reward.rule.text.Keywords}. Whether a text that says it in other
 * words is as good is not decided here: that is what models are for.
 */
@NullMarked
package org.twinline.reward.rule.text;

import org.jspecify.annotations.NullMarked;
