package org.twinline.reward.corrupt;

import org.twinline.core.triple.Language;

/**
 * An answer labelled right or wrong against a reference.
 *
 * @param form how it was made: {@code synonym}, {@code stated}, {@code contrast}, {@code sibling},
 *     {@code distractor}, {@code denied}, {@code reversed_contrast}
 */
public record VerifierRow(
    String id,
    String question,
    String reference,
    String answer,
    boolean right,
    Language language,
    String form,
    Part part) {}
