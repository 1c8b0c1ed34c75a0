package org.twinline.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.twinline.core.json.Names;

/** The question's id, with which every exported line begins. */
final class LineId {
  private static final JsonFactory JSON = new JsonFactory();

  private LineId() {}

  /**
   * The id's UTF-8 bytes.
   *
   * @throws IOException if the line does not begin with an id
   */
  static byte[] of(byte[] line, Path shard) throws IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && Names.ID.equals(parser.nextFieldName())
          && parser.nextToken() == JsonToken.VALUE_STRING) {
        return parser.getText().getBytes(StandardCharsets.UTF_8);
      }
    }
    throw new IOException("Cannot export " + shard + ": a line does not begin with its id");
  }
}
