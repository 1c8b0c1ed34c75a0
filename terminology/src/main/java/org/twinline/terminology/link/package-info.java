/**
 * Entity linking: from a text as written by a clinician to the terms of a target list.
 *
 * <p>Start at {@link org.twinline.terminology.link.TargetNames#write} (prepares a list of names),
 * {@link org.twinline.terminology.link.RuleLinker} (links without training) and {@link
 * org.twinline.terminology.link.LinkTrainer} (fits a {@link
 * org.twinline.terminology.link.LinkModel} to texts with known terms). What is retrieved comes
 * through {@link org.twinline.terminology.link.GramSearch}; nothing here knows of Lucene, and
 * nothing here finds mentions in long prose.
 */
@NullMarked
package org.twinline.terminology.link;

import org.jspecify.annotations.NullMarked;
