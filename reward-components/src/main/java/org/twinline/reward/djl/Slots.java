package org.twinline.reward.djl;

/** What templates are filled with; a part that a record does not have is empty. */
public record Slots(String question, String reference, String answer, String cot) {}
