package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes one type as JSON and reads it back: {@code read(write(x))} equals {@code x}, and equal
 * values give equal bytes.
 */
public interface JsonCodec<T> {
  /** Writes one value; the order of fields is fixed. */
  void write(T value, JsonGenerator out) throws IOException;

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedRecord if a field is missing or has another type
   */
  T read(JsonValue value) throws MalformedRecord;

  /**
   * The value as UTF-8 JSON, without a line ending.
   *
   * @throws IllegalArgumentException if a text holds NUL or half of a surrogate pair
   */
  default byte[] toBytes(T value) {
    return Json.write(out -> write(value, out));
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws MalformedRecord if the bytes are not such a value
   */
  default T fromBytes(byte[] bytes) throws MalformedRecord {
    return read(Json.read(bytes));
  }
}
