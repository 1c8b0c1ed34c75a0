package org.twinline.reward.rule.quantity;

/** What a quantity says of its value. */
public enum Shape {
  POINT,
  /** One number over or to another: 1/6, 1:6, 120/80. */
  RATIO,
  /** Between two numbers, both included. */
  RANGE,
  /** That much or more; the bound itself may be excluded. */
  AT_LEAST,
  /** That much or less; the bound itself may be excluded. */
  AT_MOST
}
