package org.twinline.core.json;

import java.util.Locale;
import java.util.Optional;

/** Why a line could not be read. The code is frozen: it stands in dead letters and ledgers. */
public enum DeadLetterCode {
  /** Not JSON: syntax, an early end, or something after the object. */
  MALFORMED_JSON,
  /** Bytes that are not UTF-8, overlong forms and encoded surrogates included. */
  INVALID_UTF8,
  /** A NUL, as a byte or as an escape. */
  NUL_CHARACTER,
  /** Half of a surrogate pair, written as an escape. */
  LONE_SURROGATE,
  /** A byte order mark at the start of a line that is not the first. */
  BOM_INSIDE,
  /** More bytes than {@code line_bytes}. */
  LINE_TOO_LONG,
  /** Deeper than {@code nesting}. */
  NESTING_TOO_DEEP,
  /** A number longer than {@code number_digits}. */
  NUMBER_TOO_LONG,
  /** A field name longer than {@code name_length}. */
  NAME_TOO_LONG,
  /** More values than {@code line_values}. */
  TOO_MANY_VALUES,
  /** The same name twice in one object, at any depth. */
  DUPLICATE_KEY,
  /** JSON, but not an object. */
  NOT_AN_OBJECT,
  /** A known field whose value has another type or shape. */
  WRONG_TYPE,
  /** A known field whose value is not one of the allowed words. */
  UNKNOWN_VALUE,
  /** A number outside its range. */
  OUT_OF_RANGE,
  /** A required field is absent. */
  MISSING_FIELD,
  /** The question is there but has no text. */
  BLANK_QUESTION,
  /** A role or content that is not text: tools, images. */
  UNSUPPORTED_CONTENT,
  /** The line fits none of the known forms. */
  UNRECOGNISED_FORM,
  /** Reserved; a model's number that is not finite is a rejection, since its line can be read. */
  NON_FINITE_SCORE,
  /** A compressed stream that ends too early; the rest of the file is not read. */
  TRUNCATED_STREAM,
  /** A compressed stream that does not decode; the rest of the file is not read. */
  CORRUPT_STREAM;

  /** The code written to files: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that code. */
  public static Optional<DeadLetterCode> of(String code) {
    for (DeadLetterCode value : values()) {
      if (value.code().equals(code)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
