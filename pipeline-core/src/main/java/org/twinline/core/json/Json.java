package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;

/** Bytes to trees and back, over one shared factory. Thread-safe. */
public final class Json {
  // Numbers are bounded by TreeReader; nesting and names too, before these bounds are reached.
  static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(50_000)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private Json() {}

  /**
   * Reads a line nobody vouches for.
   *
   * @throws MalformedRecord if it is not UTF-8, not one JSON object, names a field twice or is
   *     beyond a limit other than {@code line_bytes}, which the line reader enforces
   */
  public static JsonValue.Obj readStrict(byte[] line, Limits limits) throws MalformedRecord {
    StrictBytes.check(line);
    return TreeReader.read(line, limits);
  }

  /**
   * Reads what Twinline wrote.
   *
   * @throws MalformedRecord if the bytes are not a JSON object
   */
  public static JsonValue.Obj read(byte[] bytes) throws MalformedRecord {
    return TreeReader.read(bytes, Limits.TRAVEL);
  }

  /**
   * The bytes of one value, UTF-8, without a line ending.
   *
   * @throws IllegalArgumentException if a text holds NUL or half of a surrogate pair
   */
  public static byte[] write(JsonBody body) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(4_096);
        JsonGenerator out = FACTORY.createGenerator(bytes)) {
      body.write(out);
      out.flush();
      byte[] written = bytes.toByteArray();
      // Jackson writes some unpaired surrogates as escapes, which nobody could read strictly.
      StrictBytes.check(written);
      return written;
    } catch (IOException | MalformedRecord e) {
      // Memory does not fail. Jackson's message holds the character, so it is not the cause.
      throw new IllegalArgumentException(
          "Cannot write a record as JSON: a text holds NUL or half of a surrogate pair");
    }
  }
}
