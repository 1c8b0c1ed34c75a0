package org.twinline.reward.rule.quantity;

/** A number with its unit, and where it stands. */
record Term(Numeral numeral, Unit unit, int start, int end) {
  Term withUnit(Unit shared) {
    return new Term(numeral, shared, start, end);
  }
}
