/**
 * Which options an answer to a choice question states, from a bare letter to a discussion of every
 * option.
 *
 * <p>Start at {@link org.twinline.reward.rule.choice.ChoiceReader}. An answer is rewritten step by
 * step: option texts become one sign each, then letters and ordinals that stand where a label can
 * stand; what is said of each sign is read from the words around it. So no word of an option's text
 * is taken for a letter or for a negation.
 */
@NullMarked
package org.twinline.reward.rule.choice;

import org.jspecify.annotations.NullMarked;
