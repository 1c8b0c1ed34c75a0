package org.twinline.terminology;

import java.util.Locale;
import java.util.Optional;

/**
 * How two concepts are related beside the hierarchy. The order is part of the index format.
 *
 * <p>The weight in (0,1] is how near the relation brings them: an edge is 1/weight long. The values
 * are judgement, not measurement: what one disease leads to is nearer to it than its tests are, and
 * a differential diagnosis is by definition something else.
 */
public enum RelationType {
  HAS_SYMPTOM(0.5),
  TREATED_BY(0.5),
  EXAMINED_BY(0.5),
  COMPLICATION(0.8),
  CAUSE(0.8),
  DIFFERENTIAL(0.25);

  private final double weight;

  RelationType(double weight) {
    this.weight = weight;
  }

  /** The weight of an edge whose source states none. */
  public double weight() {
    return weight;
  }

  /** The name in files: lower_snake. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with that name in files. */
  public static Optional<RelationType> parse(String code) {
    for (RelationType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
