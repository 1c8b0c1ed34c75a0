package org.twinline.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.Limits;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.launcher.job.Job;

class SampleReaderTest {
  @TempDir Path folder;

  private static String line(int i) {
    return "{\"id\":\"q"
        + i
        + "\",\"question\":\"发热三天，诊断？\",\"references\":[\"肺炎\"],\"candidates\":["
        + "{\"cot\":\"x\",\"answer\":\"肺炎\"},{\"cot\":\"x\",\"answer\":\""
        + "胃炎".repeat(i % 40)
        + "\"}]}\n";
  }

  private Path write(String name, int lines) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      for (int i = 0; i < lines; i++) {
        out.write((i % 50 == 49 ? "{\"id\":1\n" : line(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private List<FileEstimate> read(SampleCounts counts, Path... files) throws IOException {
    List<InputFile> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(InputFile.of(file));
    }
    return new SampleReader(Adapters.named("canonical"), Limits.DEFAULT, counts).read(inputs);
  }

  @Test
  void aSmallFileIsCounted() throws IOException {
    SampleCounts counts = new SampleCounts(Job.Line.BOTH);
    FileEstimate estimate = read(counts, write("a.jsonl", 100)).get(0);

    assertThat(estimate.exact()).isTrue();
    assertThat(estimate.lines()).isEqualTo(100);
    assertThat(estimate.low()).isEqualTo(100);
    assertThat(estimate.high()).isEqualTo(100);
    // 98 lines with two candidates each, and two that cannot be read.
    assertThat(counts.triples()).isEqualTo(98 * 2 + 2);
    assertThat(counts.verifiable()).isEqualTo(98 * 2);
    assertThat(counts.deadLetters()).containsExactly(java.util.Map.entry("malformed_json", 2L));
    assertThat(counts.tokens("zh", "{question}")).isEqualTo(98 * (6 + 2 / 4.0));
  }

  @Test
  void aLargeFileIsEstimatedFromABoundedPart() throws IOException {
    int lines = 60_000;
    Path file = write("a.jsonl", lines);
    FileEstimate estimate = read(new SampleCounts(Job.Line.BOTH), file).get(0);

    assertThat(Files.size(file)).isGreaterThan(SampleReader.MOST);
    assertThat(estimate.exact()).isFalse();
    assertThat(estimate.read()).isLessThan(SampleReader.MOST + 1024 * SampleReader.STRETCHES);
    assertThat(estimate.lines() / (double) lines).isBetween(0.99, 1.01);
    assertThat((long) lines).isBetween(estimate.low(), estimate.high());
  }

  @Test
  void aCompressedFileIsEstimatedFromItsBeginning() throws IOException {
    int lines = 60_000;
    FileEstimate estimate =
        read(new SampleCounts(Job.Line.BOTH), write("a.jsonl.gz", lines)).get(0);

    assertThat(estimate.exact()).isFalse();
    assertThat(estimate.lines() / (double) lines).isBetween(0.9, 1.1);
    assertThat((long) lines).isBetween(estimate.low(), estimate.high());
  }

  @Test
  void anEmptyFileHasNoLines() throws IOException {
    FileEstimate estimate = read(new SampleCounts(Job.Line.BOTH), write("a.jsonl", 0)).get(0);

    assertThat(estimate).isEqualTo(new FileEstimate(estimate.path(), 0, 0, 0, 0, true));
  }
}
