package org.twinline.core.verdict;

/** A verifier's decision with the score it rests on. */
public record Verdict(Decision decision, Score score) {}
