package org.twinline.reward.rule.quantity;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit in base units: a value v in it is {@code v × factor + offset}.
 *
 * @param stated whether anything was written; a quantity without a unit has {@link #NONE}
 * @param factor positive
 * @param offset not 0 for the scales of temperature only
 * @param dimension exponents by base unit: those of UCUM (g, m, s, C, K, rad) and, since UCUM
 *     counts them as bare numbers, {@code mol}, {@code eq}, {@code osm}, {@code IU}, {@code
 *     kg_body} (below a fraction bar), {@code form_tablet} … and {@code other_} for words that are
 *     no known unit
 * @param calendar whether it is a month or a year, whose length varies
 */
public record Unit(
    boolean stated,
    double factor,
    double offset,
    SortedMap<String, Integer> dimension,
    boolean calendar) {
  /** No unit. */
  public static final Unit NONE = new Unit(false, 1, 0, new TreeMap<>(), false);

  static final double DAY = 86_400;

  static Unit of(Dimensioned of) {
    return new Unit(true, of.factor(), 0, of.exponents(), false);
  }

  /** A word behind a number that is no known unit. */
  static Unit other(String word) {
    return of(Dimensioned.of(1, "other_" + word));
  }

  Unit asCalendar() {
    return new Unit(stated, factor, offset, dimension, true);
  }

  double toBase(double value) {
    return value * factor + offset;
  }

  double fromBase(double value) {
    return (value - offset) / factor;
  }

  /** Whether values in one can be expressed in the other. */
  public boolean commensurable(Unit other) {
    return dimension.equals(other.dimension);
  }

  /** Whether it is a word that is no known unit, or a tablet, drop or the like. */
  boolean unconvertible() {
    return dimension.keySet().stream()
        .anyMatch(b -> b.startsWith("other_") || b.startsWith("form_"));
  }

  boolean has(String base, int exponent) {
    return dimension.getOrDefault(base, 0) == exponent;
  }

  /** The dimension as a label without record text: {@code g.m-3}, {@code 1} for a bare number. */
  public String label() {
    StringBuilder label = new StringBuilder();
    dimension.forEach(
        (base, exponent) ->
            label
                .append(label.isEmpty() ? "" : ".")
                .append(base.startsWith("other_") ? "other" : base)
                .append(exponent == 1 ? "" : exponent));
    return label.isEmpty() ? "1" : label.length() > 40 ? label.substring(0, 40) : label.toString();
  }
}
