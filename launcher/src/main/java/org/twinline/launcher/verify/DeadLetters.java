package org.twinline.launcher.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.DeadLetter;
import org.twinline.core.json.Json;

/** Lines that could not be read, in a file beside the output; none, no file. */
final class DeadLetters implements AutoCloseable {
  private final InputFile input;
  private final StagedFile file;
  private final LineNumbers lines;
  private long count;

  DeadLetters(InputFile input, Path output) {
    this.input = input;
    file = new StagedFile(of(output));
    lines = new LineNumbers(input);
  }

  /** {@code OUTPUT.dead-letters.jsonl}. */
  static Path of(Path output) {
    return output.resolveSibling(output.getFileName() + ".dead-letters.jsonl");
  }

  /** Adds a letter; they come in the order of the input. */
  void add(DeadLetter letter) throws IOException {
    OptionalLong line = lines.at(letter.place().offset());
    file.line(Json.write(out -> write(letter, line, out)));
    count++;
  }

  private void write(DeadLetter letter, OptionalLong line, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("code", letter.code().code());
    out.writeStringField("file", input.path());
    out.writeNumberField("offset", letter.place().offset());
    if (line.isPresent()) {
      out.writeNumberField("line", line.getAsLong());
    }
    if (letter.column() >= 0) {
      out.writeNumberField("column", letter.column());
    }
    out.writeStringField("detail", letter.detail());
    out.writeEndObject();
  }

  long count() {
    return count;
  }

  /** Where they lie after {@link #commit}. */
  Path place() {
    return file.place();
  }

  void commit() throws IOException {
    file.commit();
  }

  @Override
  public void close() throws IOException {
    lines.close();
    file.close();
  }
}
