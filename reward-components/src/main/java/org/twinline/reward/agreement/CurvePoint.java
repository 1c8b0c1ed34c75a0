package org.twinline.reward.agreement;

/**
 * A threshold with what it decides where it is both: all at or above it accepted, all below it
 * rejected, and unsure what the rules could not tell.
 */
public record CurvePoint(double threshold, Counts counts) {}
