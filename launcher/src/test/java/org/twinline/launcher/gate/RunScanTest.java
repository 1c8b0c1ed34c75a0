package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

class RunScanTest {
  @TempDir Path folder;

  private Path run(ShardCompression compression) throws IOException {
    return MadeRun.write(folder.resolve("run"), MadeRun.Shape.GOOD.questions(40), compression, "q");
  }

  @ParameterizedTest
  @EnumSource(ShardCompression.class)
  void readsShardsOfEveryCompression(ShardCompression compression) throws IOException {
    RunScan scan = RunScan.of(run(compression));
    Cell cell = scan.sketch().cell(Slice.RUN).orElseThrow();
    assertThat(cell.counts()).containsEntry("read", 160L).containsEntry("dead_lettered", 0L);
    assertThat(cell.counts().getOrDefault("kept", 0L) + cell.counts().getOrDefault("dropped", 0L))
        .isEqualTo(160);
    assertThat(Objects.requireNonNull(cell.shares().get("kept_share")).n()).isEqualTo(160);
    assertThat(Objects.requireNonNull(cell.distributions().get("kept.score.outcome")).quantile(0.5))
        .isEqualTo(1);
    assertThat(scan.unclosed()).isEmpty();
    assertThat(scan.unaccounted()).isEmpty();
  }

  @Test
  void slicesAddUpToTheRun() throws IOException {
    Sketch sketch = RunScan.of(run(ShardCompression.NONE)).sketch();
    for (SliceBy by : SliceBy.values()) {
      long sum =
          sketch.slices(by).stream()
              .mapToLong(
                  slice -> sketch.cell(slice).orElseThrow().counts().getOrDefault("read", 0L))
              .sum();
      assertThat(sum).as(by.word()).isEqualTo(160);
    }
    assertThat(sketch.slices(SliceBy.CHAPTER).stream().map(Slice::value))
        .contains("I00-I99", "J00-J99", "unlinked");
    assertThat(sketch.slices(SliceBy.SOURCE)).containsExactly(new Slice("source", "in.jsonl"));
  }

  @ParameterizedTest
  @EnumSource(ShardCompression.class)
  void anyChangedByteOfAShardIsRefused(ShardCompression compression) throws IOException {
    Path run = run(compression);
    long seed = Long.getLong("twinline.seed", 20261122L);
    Random random = new Random(seed);
    for (String dataset : List.of("triples", "rejected")) {
      Path shard = run.resolve(dataset).resolve("part-00001" + compression.extension());
      byte[] sound = Files.readAllBytes(shard);
      for (int i = 0; i < 40; i++) {
        byte[] changed = sound.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        Files.write(shard, changed);
        assertThatThrownBy(() -> RunScan.of(run))
            .as("-Dtwinline.seed=%s", seed)
            .isInstanceOfSatisfying(
                Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
            .hasMessage(
                shard + " was changed after the run: its sha256 is not that of dataset.json");
      }
      Files.write(shard, sound);
    }
    assertThat(RunScan.of(run).unaccounted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_SUCCESS",
        "triples/_SUCCESS",
        "manifest.json",
        "report.json",
        "triples/dataset.json",
        "rejected/part-00000.jsonl"
      })
  void aMissingFileIsNamed(String name) throws IOException {
    Path run = run(ShardCompression.NONE);
    Files.delete(run.resolve(name));
    assertThatThrownBy(() -> RunScan.of(run))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(name.endsWith("_SUCCESS") ? "_SUCCESS" : name);
  }

  static Stream<String[]> edits() {
    return Stream.of(
        new String[] {"manifest.json", "\"records\" : ", "\"records\" : 1"},
        new String[] {"manifest.json", "\"read\" : ", "\"read\" : 1"},
        new String[] {"manifest.json", "\"format_version\" : 1", "\"format_version\" : 9"},
        new String[] {"manifest.json", "{", "["},
        new String[] {"report.json", "\"kept\" : ", "\"kept\" : 1"},
        new String[] {"triples/dataset.json", "\"digest\" : \"", "\"digest\" : \"f"},
        new String[] {"triples/dataset.json", "\"file\" : \"", "\"file\" : \"../"},
        new String[] {"triples/dataset.json", "\"records\" : ", "\"records\" : 1"});
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditedAccountIsRefused(String file, String find, String replacement) throws IOException {
    Path run = run(ShardCompression.NONE);
    String text = Files.readString(run.resolve(file));
    assertThat(text).contains(find);
    Files.writeString(run.resolve(file), text.replaceFirst(Pattern.quote(find), replacement));
    assertThatThrownBy(() -> RunScan.of(run))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(".json");
  }

  @Test
  void booksThatDoNotCloseAreFound() throws IOException {
    Path run = run(ShardCompression.NONE);
    for (String file : List.of("manifest.json", "report.json")) {
      ObjectNode tree = (ObjectNode) MadeRun.JSON.readTree(run.resolve(file).toFile());
      ((ObjectNode) tree.path("ledger").path(0)).put("kept", 1);
      Files.writeString(run.resolve(file), tree.toPrettyString());
    }
    RunScan scan = RunScan.of(run);
    assertThat(scan.unclosed()).singleElement().asString().startsWith("data/in.jsonl: read 160");
    assertThat(scan.unaccounted())
        .singleElement()
        .asString()
        .startsWith("data/in.jsonl: kept 1 in the ledger, ");
  }

  @Test
  void deadLettersAreCountedByCodeAndFile() throws IOException {
    MadeRun made = new MadeRun();
    made.deadLetter("malformed_json", "0@10");
    made.deadLetter("invalid_utf8", "0@20");
    Path run = folder.resolve("dead");
    Files.createDirectories(run);
    made.commit(run, ShardCompression.NONE, 1);
    RunScan scan = RunScan.of(run);
    Cell source = scan.sketch().cell(new Slice("source", "in.jsonl")).orElseThrow();
    assertThat(source.counts())
        .containsEntry("dead_lettered", 2L)
        .containsEntry("dead_lettered.invalid_utf8", 1L);
    assertThat(scan.places(Slice.RUN, "dead_lettered.malformed_json", true))
        .containsExactly(RecordPlace.of(0, 10, ""));
    assertThat(scan.unaccounted()).isEmpty();
  }

  @Test
  void tokensAreThoseOfBertsBasicTokeniser() {
    assertThat(BasicTokens.count("肺炎")).isEqualTo(2);
    assertThat(BasicTokens.count("CT示肺炎，体温38.5℃。")).isEqualTo(12);
    assertThat(BasicTokens.count("The patient's pH was 7.35!")).isEqualTo(10);
    assertThat(BasicTokens.count(" \n\t")).isZero();
  }
}
