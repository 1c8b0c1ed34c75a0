package org.twinline.launcher.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

/** Reads the lines of the one input file. */
final class AnswerFile {
  private AnswerFile() {}

  /** Takes lines in their order. */
  interface Sink {
    void line(Place place, byte[] line) throws IOException;

    /** A line that could not be read whole. */
    void malformed(Place place, MalformedRecord fault) throws IOException;
  }

  /** Reads the file once. */
  static void read(InputFile input, UnaryOperator<InputStream> counted, Sink sink)
      throws IOException {
    try (InputStream stored = counted.apply(Files.newInputStream(Path.of(input.path())))) {
      LineReader.within(Limits.DEFAULT).read(stored, input.compression(), new Places(sink));
    }
  }

  /** The failure of a disk that does not read or write. */
  static Failure broken(InputFile input, IOException e) {
    return new Failure(ExitCode.RUNNER_FAILED, "cannot verify " + input.path() + ": " + e, "", e);
  }

  private record Places(Sink sink) implements LineSink {
    @Override
    public void line(long offset, byte[] line) throws IOException {
      sink.line(new Place(0, offset), line);
    }

    @Override
    public void malformed(long offset, MalformedRecord fault) throws IOException {
      sink.malformed(new Place(0, offset), fault);
    }
  }
}
