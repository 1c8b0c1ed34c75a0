package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bytes to a tree in one pass over Jackson's tokens, checking limits and duplicate names.
 *
 * <p>Limits and duplicates are checked here rather than by Jackson's own settings, so that every
 * fault has a code and a byte offset, and because Jackson's messages quote the input.
 */
final class TreeReader {
  private final JsonParser parser;
  private final byte[] source;
  private final Limits limits;
  private int values;

  private TreeReader(JsonParser parser, byte[] source, Limits limits) {
    this.parser = parser;
    this.source = source;
    this.limits = limits;
  }

  static JsonValue.Obj read(byte[] source, Limits limits) throws MalformedRecord {
    try (JsonParser parser = Json.FACTORY.createParser(source)) {
      return new TreeReader(parser, source, limits).root();
    } catch (StreamConstraintsException e) {
      throw new MalformedRecord(
          DeadLetterCode.NAME_TOO_LONG,
          "field names longer, or more alike, than the parser's own bounds",
          offset(e));
    } catch (JsonEOFException e) {
      throw new MalformedRecord(
          DeadLetterCode.MALFORMED_JSON, "the line ends inside a value", source.length);
    } catch (JsonProcessingException e) {
      throw new MalformedRecord(DeadLetterCode.MALFORMED_JSON, "not valid JSON", offset(e));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read bytes in memory", e);
    }
  }

  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null
        ? MalformedRecord.UNKNOWN_COLUMN
        : e.getLocation().getByteOffset();
  }

  private JsonValue.Obj root() throws IOException, MalformedRecord {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedRecord(DeadLetterCode.MALFORMED_JSON, "no value", source.length);
    }
    if (first != JsonToken.START_OBJECT) {
      throw new MalformedRecord(
          DeadLetterCode.NOT_AN_OBJECT, "a line must be a JSON object", tokenStart());
    }
    JsonValue.Obj root = object(1);
    if (parser.nextToken() != null) {
      throw new MalformedRecord(
          DeadLetterCode.MALFORMED_JSON, "more text after the object", tokenStart());
    }
    return root;
  }

  private JsonValue value(JsonToken token, int depth) throws IOException, MalformedRecord {
    if (++values > limits.lineValues()) {
      throw new MalformedRecord(
          DeadLetterCode.TOO_MANY_VALUES,
          "more values than line_values = " + limits.lineValues(),
          tokenStart());
    }
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> {
        int start = tokenStart();
        String text = parser.getText();
        yield new JsonValue.Text(source, start, end(), text);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          new JsonValue.Literal(source, tokenStart(), end());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private JsonValue.Num number() throws IOException, MalformedRecord {
    int start = tokenStart();
    if (parser.getTextLength() > limits.numberDigits()) {
      throw new MalformedRecord(
          DeadLetterCode.NUMBER_TOO_LONG,
          "a number longer than number_digits = " + limits.numberDigits(),
          start);
    }
    return new JsonValue.Num(source, start, end());
  }

  private JsonValue.Obj object(int depth) throws IOException, MalformedRecord {
    int start = open(depth);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (name.length() > limits.nameLength()) {
        throw new MalformedRecord(
            DeadLetterCode.NAME_TOO_LONG,
            "a field name longer than name_length = " + limits.nameLength(),
            tokenStart());
      }
      if (members.containsKey(name)) {
        throw new MalformedRecord(
            DeadLetterCode.DUPLICATE_KEY, "the same name twice in one object", tokenStart());
      }
      members.put(name, value(parser.nextToken(), depth));
    }
    return new JsonValue.Obj(source, start, end(), members);
  }

  private JsonValue.Arr array(int depth) throws IOException, MalformedRecord {
    int start = open(depth);
    List<JsonValue> elements = new ArrayList<>(4);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(token, depth));
    }
    return new JsonValue.Arr(source, start, end(), elements);
  }

  private int open(int depth) throws MalformedRecord {
    int start = tokenStart();
    if (depth > limits.nesting()) {
      throw new MalformedRecord(
          DeadLetterCode.NESTING_TOO_DEEP, "deeper than nesting = " + limits.nesting(), start);
    }
    return start;
  }

  private int tokenStart() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  private int end() {
    return (int) parser.currentLocation().getByteOffset();
  }
}
