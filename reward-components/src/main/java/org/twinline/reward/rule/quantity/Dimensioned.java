package org.twinline.reward.rule.quantity;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A factor over a product of base units.
 *
 * @param exponents by base unit, none 0; never changed after it was given
 */
record Dimensioned(double factor, SortedMap<String, Integer> exponents) {
  static final Dimensioned ONE = new Dimensioned(1, new TreeMap<>());

  Dimensioned {
    exponents = Collections.unmodifiableSortedMap(exponents);
  }

  static Dimensioned of(double factor, String base) {
    return new Dimensioned(factor, new TreeMap<>(Map.of(base, 1)));
  }

  Dimensioned times(double number) {
    return new Dimensioned(factor * number, exponents);
  }

  /** This times another unit to a power. */
  Dimensioned times(Dimensioned other, int power) {
    if (exponents.isEmpty() && power == 1) {
      return new Dimensioned(factor * other.factor, other.exponents);
    }
    TreeMap<String, Integer> product = new TreeMap<>(exponents);
    other.exponents.forEach((base, exponent) -> add(product, base, exponent * power));
    return new Dimensioned(factor * Math.pow(other.factor, power), product);
  }

  private static void add(Map<String, Integer> product, String base, int exponent) {
    int sum = product.getOrDefault(base, 0) + exponent;
    if (sum == 0) {
      product.remove(base);
    } else {
      product.put(base, sum);
    }
  }

  int exponent(String base) {
    return exponents.getOrDefault(base, 0);
  }
}
