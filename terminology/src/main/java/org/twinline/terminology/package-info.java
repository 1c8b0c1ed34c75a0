/**
 * Concepts, their codes, names, hierarchy and relations, and how to find them in text.
 *
 * <p>Start at {@link org.twinline.terminology.Terminology#open}; {@link
 * org.twinline.terminology.TerminologyBuilder} writes what it opens. Nothing here knows of answers
 * or verdicts, and nothing outside {@link org.twinline.terminology.index} knows of Lucene.
 */
@NullMarked
package org.twinline.terminology;

import org.jspecify.annotations.NullMarked;
