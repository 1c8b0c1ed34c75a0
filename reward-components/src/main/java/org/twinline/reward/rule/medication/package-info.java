/**
 * Answers in JSON: medication lists, drug by drug, and any other JSON as trees.
 *
 * <p>Start at {@link org.twinline.reward.rule.medication.JsonRule}. What thresholds mean and how a
 * matching is found is given from outside; prescriptions in plain text are not read.
 */
@NullMarked
package org.twinline.reward.rule.medication;

import org.jspecify.annotations.NullMarked;
