/**
 * Text in Chinese and English: normalisation for identity, sentences, a guess of the language.
 *
 * <p>Start at {@link org.twinline.core.text.Normalise}. Nothing here knows medicine; names of
 * diseases are the terminology's.
 */
@NullMarked
package org.twinline.core.text;

import org.jspecify.annotations.NullMarked;
