package org.twinline.launcher.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Job files for tests. */
final class Jobs {
  static final String LEAST =
      """
      line: both
      input: {files: a.jsonl}
      output: {directory: no/such/out}
      """;

  private Jobs() {}

  static JobFile.Loaded load(Path folder, String text, String... overrides) throws IOException {
    Path file = folder.resolve("job.yaml");
    Files.writeString(file, text);
    return JobFile.load(file, Arrays.asList(overrides));
  }

  static Job valid(Path folder, String text, String... overrides) throws IOException {
    JobFile.Loaded loaded = load(folder, text, overrides);
    if (loaded instanceof JobFile.Invalid invalid) {
      throw new AssertionError(String.join("\n", messages(folder, invalid)));
    }
    return ((JobFile.Valid) loaded).job();
  }

  /** The errors as printed, the folder left out; empty for a valid job. */
  static String errors(Path folder, String text, String... overrides) throws IOException {
    return load(folder, text, overrides) instanceof JobFile.Invalid invalid
        ? String.join("\n", messages(folder, invalid))
        : "";
  }

  /** The first lines of the errors, without their excerpts. */
  static String heads(Path folder, String text, String... overrides) throws IOException {
    return load(folder, text, overrides) instanceof JobFile.Invalid invalid
        ? invalid.errors().stream()
            .map(error -> error.place() + ": " + error.message())
            .map(line -> line.replace(folder + "/", ""))
            .collect(Collectors.joining("\n"))
        : "";
  }

  private static List<String> messages(Path folder, JobFile.Invalid invalid) {
    return invalid.errors().stream()
        .map(error -> error.toString().replace(folder + "/", ""))
        .toList();
  }
}
