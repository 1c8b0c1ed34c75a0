package org.twinline.core.triple;

/** Question, chain of thought and final answer: the unit that is kept or dropped as a whole. */
public record Triple(Question question, Candidate candidate) {}
