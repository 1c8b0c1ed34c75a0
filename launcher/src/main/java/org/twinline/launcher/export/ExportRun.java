package org.twinline.launcher.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.twinline.core.export.ExportedFile;
import org.twinline.core.export.Exports;
import org.twinline.core.export.LeftOut;
import org.twinline.core.export.Trainer;
import org.twinline.core.json.Json;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;

/** {@code twinline export}. */
public final class ExportRun {
  /** Lists the files, written last. */
  static final String LIST = "exports.json";

  private static final String STAGING = ".staging";

  private final Terminal terminal;

  /** A command that writes to a terminal. */
  public ExportRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Makes the files of some trainers from a finished run.
   *
   * @throws Failure if the run is not complete, was changed, or the target is not empty (usage), or
   *     a disk fails
   */
  public ExitCode export(Path run, Set<Trainer> trainers, Path out) {
    try {
      Path staging = claim(out);
      FinishedRun finished = FinishedRun.open(run);
      Files.createDirectories(staging);
      try {
        Path staged = staging.resolve(RunExports.FOLDER);
        List<ExportedFile> files =
            Exports.into(staged, staging.resolve("sorting")).write(finished.datasets(), trainers);
        for (Trainer trainer : trainers) {
          Files.move(
              staged.resolve(trainer.word()),
              out.resolve(trainer.word()),
              StandardCopyOption.ATOMIC_MOVE);
        }
        Files.write(out.resolve(LIST), Json.write(json -> list(finished.manifest(), files, json)));
        print(out, files);
        return ExitCode.DONE;
      } finally {
        MoreFiles.deleteRecursively(staging, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "the files could not be made: " + e,
          "look at space and rights of " + out + ", then export again into a fresh directory",
          e);
    }
  }

  /** The target's staging folder; one that a killed export left is cleared. */
  private static Path claim(Path out) throws IOException {
    Path staging = out.resolve(STAGING);
    if (Files.isDirectory(out)) {
      try (Stream<Path> content = Files.list(out)) {
        if (content.anyMatch(path -> !path.equals(staging))) {
          throw new Failure(ExitCode.USAGE, out + " is not empty", "name a fresh one: --out DIR");
        }
      }
    } else if (Files.exists(out)) {
      throw new Failure(ExitCode.USAGE, "not a directory: " + out, "name a fresh one: --out DIR");
    }
    if (Files.exists(staging)) {
      MoreFiles.deleteRecursively(staging, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    return staging;
  }

  private static void list(JsonNode manifest, List<ExportedFile> files, JsonGenerator out)
      throws IOException {
    out.useDefaultPrettyPrinter();
    out.writeStartObject();
    out.writeNumberField("format_version", 1);
    out.writeObjectFieldStart("run");
    for (String field : List.of("name", "version", "started")) {
      out.writeStringField(field, manifest.path(field).asText());
    }
    out.writeArrayFieldStart("datasets");
    for (JsonNode dataset : manifest.path("datasets")) {
      out.writeStartObject();
      out.writeStringField("name", dataset.path("name").asText());
      out.writeStringField("digest", dataset.path("digest").asText());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeArrayFieldStart("exports");
    for (ExportedFile file : files) {
      file.write(out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void print(Path out, List<ExportedFile> files) {
    for (ExportedFile file : files) {
      if (file.exists() || !file.leftOut().isEmpty()) {
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "%-40s %,9d records %,13d bytes%n",
                out.resolve(file.content().file()),
                file.content().records(),
                file.content().bytes());
      }
      for (Map.Entry<LeftOut, Long> entry : file.leftOut().entrySet()) {
        terminal
            .out()
            .printf(
                Locale.ROOT, "  left out %-29s %,9d%n", entry.getKey().code(), entry.getValue());
      }
    }
  }
}
