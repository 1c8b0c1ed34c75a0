package org.twinline.reward.corrupt;

import org.twinline.core.triple.Language;

/**
 * A chain of thought and an answer that agree or do not.
 *
 * @param form how it was made: {@code own}, {@code synonym}, {@code sibling}, {@code distractor}
 */
public record ConsistencyRow(
    String id,
    String question,
    String cot,
    String answer,
    boolean consistent,
    Language language,
    String form,
    Part part) {}
