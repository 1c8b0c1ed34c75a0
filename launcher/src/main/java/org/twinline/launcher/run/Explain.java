package org.twinline.launcher.run;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.io.Lines;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.report.ExplanationText;
import org.twinline.launcher.report.Inert;

/** Finds what became of a question or candidate in a finished run. */
final class Explain {
  private static final ObjectReader JSON = new ObjectMapper().reader();
  private static final String CANDIDATE_ID = "candidate_id";

  private final PrintStream out;

  Explain(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints every record of the run's datasets whose question id, candidate id or {@code
   * question/candidate} is the given id.
   *
   * @throws Failure if the directory is no run, or nothing in it has the id
   */
  ExitCode explain(Path run, String id) {
    if (!Files.exists(run.resolve(RunFiles.MANIFEST))) {
      throw new Failure(
          ExitCode.USAGE,
          run + " is not a finished run: it has no " + RunFiles.MANIFEST,
          "name the output directory of twinline run");
    }
    try {
      List<String> inputs = inputs(run);
      int found = 0;
      for (Path shard : shards(run)) {
        found += shard(shard, id, inputs);
      }
      if (found == 0) {
        throw new Failure(
            ExitCode.USAGE,
            "no record of " + run + " has the id '" + Inert.line(id) + "'",
            "ids are those of questions, of candidates, or QUESTION/CANDIDATE");
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "the run could not be read: " + e, "", e);
    }
  }

  private int shard(Path shard, String id, List<String> inputs) throws IOException {
    String dataset = String.valueOf(shard.getName(shard.getNameCount() - 2));
    int found = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(shard), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.contains(quotedPart(id))) {
          found += record(JSON.readTree(line), dataset, id, inputs);
        }
      }
    }
    return found;
  }

  /** A cheap look before a line is parsed: the end of the id as JSON writes it. */
  private static String quotedPart(String id) {
    String part = id.substring(id.lastIndexOf('/') + 1);
    return new String(JsonStringEncoder.getInstance().quoteAsString(part));
  }

  private int record(JsonNode record, String dataset, String id, List<String> inputs)
      throws IOException {
    String question = record.path("id").asText();
    if (record.has("chosen")) {
      int found = 0;
      for (String side : List.of("chosen", "rejected")) {
        String name = dataset + ", " + side;
        found += candidate(question, record.path(side), name, id, inputs);
      }
      return found;
    }
    return candidate(question, record, dataset, id, inputs);
  }

  private int candidate(
      String question, JsonNode record, String dataset, String id, List<String> inputs)
      throws IOException {
    String candidate = record.path(CANDIDATE_ID).asText();
    if (!id.equals(question) && !id.equals(candidate) && !id.equals(question + "/" + candidate)) {
      return 0;
    }
    out.println(
        Inert.line(question + (candidate.isEmpty() ? "" : "/" + candidate))
            + "  "
            + dataset
            + "  "
            + place(record.path("place").asText(), inputs));
    for (JsonNode score : record.path("scores")) {
      out.println(
          "  "
              + Inert.line(score.path("name").asText())
              + String.format(Locale.ROOT, " %.3f", score.path("value").asDouble()));
      out.print(ExplanationText.render(score.path("explanation")).indent(4));
    }
    if (record.has("rejection")) {
      out.println("  dropped: " + record.path("reason").asText());
      out.print(ExplanationText.render(record.path("rejection").path("explanation")).indent(4));
    }
    return 1;
  }

  /** {@code file:line} where the input is still there, {@code file@offset} elsewhere. */
  private static String place(String place, List<String> inputs) throws IOException {
    int at = place.indexOf('@');
    if (at < 0) {
      return place;
    }
    int file = Integer.parseInt(place.substring(0, at));
    long offset = Long.parseLong(place.substring(at + 1));
    if (file >= inputs.size()) {
      return place;
    }
    Path path = Path.of(inputs.get(file));
    return Files.exists(path) ? path + ":" + Lines.number(path, offset) : path + "@" + offset;
  }

  private static List<String> inputs(Path run) throws IOException {
    JsonNode manifest = JSON.readTree(Files.readAllBytes(run.resolve(RunFiles.MANIFEST)));
    return manifest.path("inputs").findValuesAsText("path");
  }

  private static List<Path> shards(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run, 2)) {
      return files
          .filter(f -> Files.exists(f.resolveSibling(DatasetCommit.DESCRIPTION)))
          .filter(f -> String.valueOf(f.getFileName()).startsWith("part-"))
          .sorted()
          .toList();
    }
  }

  private static InputStream open(Path shard) throws IOException {
    InputStream stored = Files.newInputStream(shard);
    String name = shard.toString();
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(stored, 1 << 16);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(stored) : stored;
  }
}
