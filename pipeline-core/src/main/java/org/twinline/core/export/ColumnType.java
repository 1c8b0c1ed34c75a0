package org.twinline.core.export;

import java.util.List;

/** The type of a column, down to its scalars. */
public sealed interface ColumnType {
  /** Text, UTF-8. */
  ColumnType TEXT = Scalar.TEXT;

  /** A whole number of 64 bits. */
  ColumnType WHOLE = Scalar.WHOLE;

  /** A number of double precision. */
  ColumnType REAL = Scalar.REAL;

  /** Types without parts. */
  enum Scalar implements ColumnType {
    TEXT,
    WHOLE,
    REAL,
    /** Any JSON value; in JSON files only. */
    JSON
  }

  /** A list. */
  record Repeated(ColumnType element) implements ColumnType {}

  /** Named parts. */
  record Struct(List<Column> members) implements ColumnType {
    public Struct {
      members = List.copyOf(members);
    }

    /** A structure of these parts. */
    public static Struct of(Column... members) {
      return new Struct(List.of(members));
    }
  }
}
