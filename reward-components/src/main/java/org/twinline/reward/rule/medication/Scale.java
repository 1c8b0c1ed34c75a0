package org.twinline.reward.rule.medication;

import java.util.function.Function;

/**
 * What scores mean to the caller.
 *
 * @param reject the greatest score that is rejected
 * @param unknown the score of what cannot be told
 * @param tolerance the relative difference at which two numbers are equal
 * @param matching for a table of values, for each row its column or −1, so that the sum is
 *     greatest; called with at least one row and column
 */
public record Scale(
    double reject, double unknown, double tolerance, Function<double[][], int[]> matching) {}
