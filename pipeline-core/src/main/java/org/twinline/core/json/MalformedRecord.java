package org.twinline.core.json;

import org.twinline.core.triple.Place;

/**
 * One line cannot become a record. Carries field names, limits and types, never text of the record.
 *
 * <p>Not an {@code IOException}, so that a bad line is never taken for a failing disk.
 */
public final class MalformedRecord extends Exception {
  /** The column of a fault whose place in the line is not known. */
  public static final long UNKNOWN_COLUMN = -1;

  private final DeadLetterCode code;
  private final String detail;
  private final long column;

  /**
   * A fault.
   *
   * @param detail what is wrong, without text of the record
   * @param column byte offset inside the line, or {@link #UNKNOWN_COLUMN}
   */
  public MalformedRecord(DeadLetterCode code, String detail, long column) {
    super(code.code() + ": " + detail + (column < 0 ? "" : " (byte " + column + " of the line)"));
    this.code = code;
    this.detail = detail;
    this.column = column;
  }

  /** A known field has another type than expected. */
  public static MalformedRecord wrongType(String field, String expected, JsonValue found) {
    return new MalformedRecord(
        DeadLetterCode.WRONG_TYPE,
        field + " must be " + expected + ", found " + found.kind(),
        found.start());
  }

  public DeadLetterCode code() {
    return code;
  }

  /** What is wrong, without text of the record. */
  public String detail() {
    return detail;
  }

  /** The byte offset inside the line, -1 where it is not known. */
  public long column() {
    return column;
  }

  /** This fault as the dead letter of the line at {@code place}. */
  public DeadLetter at(Place place) {
    return new DeadLetter(place, code, detail, column);
  }
}
