package org.twinline.launcher.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.io.UnreadableInput;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.reward.agreement.Label;

/** Reads a file of labels, JSON lines with {@code id} and {@code label}. */
final class Labels {
  private static final String HINT =
      "each line must be an object with an id and a label, right or wrong";

  private Labels() {}

  /**
   * The label of each id.
   *
   * @throws Failure at the first line that has none, or another label than an earlier line of its
   *     id
   */
  static Map<String, Label> read(Path path) {
    Map<String, Label> labels = new HashMap<>();
    try {
      InputFile input = InputFile.of(path);
      try (InputStream stored = Files.newInputStream(path)) {
        LineReader.within(Limits.DEFAULT)
            .read(stored, input.compression(), new Sink(input, labels));
      }
      return labels;
    } catch (UnreadableInput e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "cannot read " + path + ": " + e, "", e);
    }
  }

  private record Sink(InputFile input, Map<String, Label> labels) implements LineSink {
    @Override
    public void line(long offset, byte[] line) throws IOException {
      try {
        JsonValue.Obj object = Json.readStrict(line, Limits.DEFAULT);
        String id = AnswerLine.id(object);
        JsonValue word = Read.required(object, AnswerLine.LABEL);
        Label label = Read.word(AnswerLine.LABEL, word, Label.values());
        if (labels.getOrDefault(id, label) != label) {
          throw new MalformedRecord(
              DeadLetterCode.UNKNOWN_VALUE,
              "an earlier line has the other label for this id",
              word.start());
        }
        labels.put(id, label);
      } catch (MalformedRecord e) {
        malformed(offset, e);
      }
    }

    @Override
    public void malformed(long offset, MalformedRecord fault) throws IOException {
      try (LineNumbers lines = new LineNumbers(input)) {
        OptionalLong line = lines.at(offset);
        throw new Failure(
            ExitCode.USAGE,
            input.path()
                + (line.isPresent() ? ":" + line.getAsLong() : "@" + offset)
                + (fault.column() < 0 ? "" : ":" + (fault.column() + 1))
                + ": "
                + fault.detail(),
            HINT);
      }
    }
  }
}
