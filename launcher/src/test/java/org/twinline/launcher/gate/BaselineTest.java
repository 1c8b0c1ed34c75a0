package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

class BaselineTest {
  @TempDir Path folder;

  private RunScan scan;
  private Baseline baseline;
  private Path file;

  @BeforeEach
  void accept() throws IOException {
    scan = RunScan.of(MadeRun.write(folder.resolve("run"), MadeRun.Shape.GOOD));
    baseline =
        new Baseline(
            new GateResult.Reference("made", scan.run().manifestSha256(), "2026"), scan.sketch());
    baseline.write(folder.resolve("baseline"));
    file = folder.resolve("baseline").resolve(Baseline.FILE);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    Baseline read = Baseline.read(folder.resolve("baseline")).orElseThrow();
    assertThat(read.reference()).isEqualTo(baseline.reference());
    Cell run = scan.sketch().cell(Slice.RUN).orElseThrow();
    Cell kept = read.sketch().cell(Slice.RUN).orElseThrow();
    assertThat(kept.counts()).isEqualTo(run.counts());
    assertThat(kept.distributions().keySet()).isEqualTo(run.distributions().keySet());
    assertThat(kept.distributions())
        .hasEntrySatisfying(
            "kept.reward",
            values ->
                assertThat(values.counts())
                    .isEqualTo(
                        Objects.requireNonNull(run.distributions().get("kept.reward")).counts()));
    assertThat(kept.categories())
        .hasEntrySatisfying(
            "reasons",
            values ->
                assertThat(values.counts())
                    .isEqualTo(Objects.requireNonNull(run.categories().get("reasons")).counts()));
    assertThat(read.sketch().slices(SliceBy.TASK)).isEqualTo(scan.sketch().slices(SliceBy.TASK));

    byte[] first = Files.readAllBytes(file);
    read.write(folder.resolve("again"));
    assertThat(folder.resolve("again").resolve(Baseline.FILE)).hasBinaryContent(first);
  }

  @Test
  void itIsSmallAndHoldsNoText() throws IOException {
    assertThat(Files.size(file)).isLessThan(100_000);
    assertThat(Files.readString(file)).doesNotContain("肺炎").doesNotContain("检");
  }

  @Test
  void nothingAcceptedYetIsEmpty() {
    assertThat(Baseline.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void anyChangedByteIsRefused() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    long seed = Long.getLong("twinline.seed", 20261122L);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] changed = sound.clone();
      int at = random.nextInt(changed.length);
      // White space between the parts means nothing; all else does.
      if (Character.isWhitespace(changed[at])) {
        continue;
      }
      changed[at] ^= (byte) (1 << random.nextInt(7));
      Files.write(file, changed);
      assertThatThrownBy(() -> Baseline.read(folder.resolve("baseline")))
          .as("byte %s, -Dtwinline.seed=%s", at, seed)
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("baseline.json");
    }
  }

  @Test
  void anotherFormatVersionIsNamed() throws IOException {
    Files.writeString(
        file, Files.readString(file).replace("\"format_version\": 1", "\"format_version\": 2"));
    assertThatThrownBy(() -> Baseline.read(folder.resolve("baseline")))
        .hasMessage(file + " has format_version 2, must be 1");
    Files.writeString(file, "{\"format_version\"");
    assertThatThrownBy(() -> Baseline.read(folder.resolve("baseline")))
        .hasMessage(file + " is not a sound baseline: it cannot be read as JSON");
    assertThatThrownBy(() -> Baseline.read(file)).hasMessage(file + " is no directory");
  }
}
