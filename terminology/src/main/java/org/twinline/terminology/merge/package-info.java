/**
 * Makes one terminology of what the sources bring: the same code is one concept, editions are
 * joined where a crosswalk or equal names in the same place say so, names without codes find their
 * concepts, codes without parents their place. What does not fit is a {@link Conflict}, never
 * dropped without a word.
 *
 * <p>Start at {@link Draft}. Reading files is {@link org.twinline.terminology.source}'s, writing an
 * index {@link org.twinline.terminology.TerminologyBuilder}'s.
 */
@NullMarked
package org.twinline.terminology.merge;

import org.jspecify.annotations.NullMarked;
