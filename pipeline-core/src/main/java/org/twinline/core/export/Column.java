package org.twinline.core.export;

/** A named value of every row; a nullable one may be absent. */
public record Column(String name, ColumnType type, boolean nullable) {
  /** A column that every row has. */
  public static Column of(String name, ColumnType type) {
    return new Column(name, type, false);
  }

  /** A column that rows may lack. */
  public static Column nullable(String name, ColumnType type) {
    return new Column(name, type, true);
  }
}
