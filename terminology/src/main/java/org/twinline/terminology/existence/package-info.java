/**
 * Whether a name exists: a name that is in no list is either one the lists merely lack or one that
 * nobody uses.
 *
 * <p>Start at {@link org.twinline.terminology.existence.Existence}; {@link
 * org.twinline.terminology.existence.ExistenceTrainer} writes what it opens. The model learns from
 * the names of the index alone: names held out against recombinations of their parts. Finding the
 * nearest names is {@link org.twinline.terminology.existence.NameRetrieval}'s.
 */
@NullMarked
package org.twinline.terminology.existence;

import org.jspecify.annotations.NullMarked;
