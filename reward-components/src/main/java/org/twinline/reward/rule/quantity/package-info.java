/**
 * Quantities as people write them: numbers in digits and words, units, ranges and bounds, Chinese
 * and English, and when two of them say the same.
 *
 * <p>Start at {@link org.twinline.reward.rule.quantity.Quantities} to read them from text and at
 * {@link org.twinline.reward.rule.quantity.Comparison} to compare two. Units are those of UCUM
 * (unitsofmeasure.org) by their everyday names; the table is {@code units.tsv}. Which number of an
 * answer counts is not decided here.
 */
@NullMarked
package org.twinline.reward.rule.quantity;

import org.jspecify.annotations.NullMarked;
