package org.twinline.launcher.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.merge.Conflict;
import org.twinline.terminology.source.SourceSpec;
import org.twinline.terminology.source.TerminologySource;

/** {@code twinline terminology build}. */
final class BuildIndex {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Terminal terminal;
  private final boolean json;

  BuildIndex(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Path out, List<SourceSpec> named, Optional<Path> list, Optional<Path> base) {
    List<SourceSpec> specs = new ArrayList<>(named);
    list.ifPresent(file -> specs.addAll(0, listed(file, base)));
    if (specs.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE, "no source is named", "add --source FORMAT:PATH or --sources FILE.yaml");
    }
    long start = System.nanoTime();
    TerminologyBuilder builder = TerminologyBuilder.of(sources(specs)).onProgress(this::progress);
    try {
      IndexDescription built = builder.write(out);
      show(out, built, (System.nanoTime() - start) / 1e9);
      return ExitCode.DONE;
    } catch (TerminologyException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (IOException e) {
      throw TerminologyCommands.unreadable("the index could not be written", e);
    }
  }

  private static List<SourceSpec> listed(Path file, Optional<Path> base) {
    try {
      JsonNode document = YAML.readTree(file.toFile());
      Path parent = file.toAbsolutePath().getParent();
      return SourceSpec.of(document, base.orElse(parent == null ? Path.of("") : parent));
    } catch (JsonProcessingException e) {
      throw new Failure(
          ExitCode.USAGE,
          "%s:%d:%d: not YAML: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")),
          "",
          e);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, file + ": " + e.getMessage(), "", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + e, "", e);
    }
  }

  private static List<TerminologySource> sources(List<SourceSpec> specs) {
    List<TerminologySource> all = new ArrayList<>();
    for (SourceSpec spec : specs) {
      try {
        all.addAll(spec.sources());
      } catch (IllegalArgumentException e) {
        throw new Failure(
            ExitCode.USAGE, String.valueOf(e.getMessage()), "docs/formats.md lists formats", e);
      } catch (IOException e) {
        throw new Failure(ExitCode.USAGE, "cannot read " + spec.path() + ": " + e, "", e);
      }
    }
    return all;
  }

  private void progress(String line) {
    terminal.err().println(line);
  }

  private void show(Path out, IndexDescription built, double seconds) throws IOException {
    long bytes = size(out);
    if (json) {
      ObjectNode document = Shown.object();
      document.put("directory", out.toString()).put("content_hash", built.contentHash());
      document.put("seconds", Math.round(seconds * 10) / 10.0).put("bytes", bytes);
      ObjectNode counts = document.putObject("counts");
      built.counts().forEach(counts::put);
      Shown.print(terminal, document);
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s: %,d concepts, %,d names, %.1f MB in %.1f s, content hash %s%n",
            out,
            built.concepts(),
            built.counts().getOrDefault("names", 0L),
            bytes / 1e6,
            seconds,
            built.contentHash());
    for (Map.Entry<String, Long> count : built.counts().entrySet()) {
      terminal.out().printf(Locale.ROOT, "  %-44s %,11d%n", count.getKey(), count.getValue());
    }
    boolean heading = false;
    for (Conflict.Kind kind : Conflict.Kind.values()) {
      long n = built.counts().getOrDefault("conflicts." + kind.code(), 0L);
      if (n > 0 && !heading) {
        terminal.out().println("conflicts (places in " + out.resolve("conflicts.jsonl") + "):");
        heading = true;
      }
      if (n > 0) {
        terminal.out().printf(Locale.ROOT, "  %,9d  %s%n", n, kind.sentence());
      }
    }
  }

  private static long size(Path directory) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
