package org.twinline.core.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One JSON object a line, UTF-8, LF. */
final class JsonLinesFile implements RowFile {
  private static final ObjectWriter JSON = new ObjectMapper().writer();

  private final OutputStream out;

  JsonLinesFile(Path path) throws IOException {
    out =
        new BufferedOutputStream(
            Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), 1 << 16);
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    out.write(JSON.writeValueAsBytes(row));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
