package org.twinline.terminology.link.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.store.Sections;

class TreeTrainerTest {
  private static final int FEATURES = 4;
  private static final TreeSettings SETTINGS = new TreeSettings(40, 6, 0.2, 1, 5, 1, 7);

  @TempDir Path folder;

  /** Two features decide by exclusive or; the others are noise. */
  private static float[] rows(int n) {
    float[] out = new float[n * FEATURES];
    for (int i = 0; i < out.length; i++) {
      int h = (i + 1) * 0x9e3779b9;
      h = (h ^ (h >>> 15)) * 0x85ebca6b;
      out[i] = ((h ^ (h >>> 13)) & 0xffff) / 65536f;
    }
    return out;
  }

  private static boolean[] labels(float[] rows) {
    boolean[] out = new boolean[rows.length / FEATURES];
    for (int i = 0; i < out.length; i++) {
      out[i] = rows[i * FEATURES] > 0.5f ^ rows[i * FEATURES + 2] > 0.4f;
    }
    return out;
  }

  private static Trees fit(int n) {
    float[] rows = rows(n);
    float[] weights = new float[n];
    Arrays.fill(weights, 1);
    return TreeTrainer.fit(rows, FEATURES, labels(rows), weights, SETTINGS);
  }

  private static double right(Trees trees, float[] rows) {
    boolean[] labels = labels(rows);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += trees.score(rows, i * FEATURES) > 0 == labels[i] ? 1 : 0;
    }
    return right / (double) labels.length;
  }

  @Test
  void learnsAnExclusiveOr() {
    float[] unseen = Arrays.copyOfRange(rows(4000), 2000 * FEATURES, 4000 * FEATURES);
    assertThat(right(fit(2000), unseen)).isGreaterThan(0.95);
  }

  @Test
  void learnsFromSampledRowsToo() {
    assertThat(right(fit(30_000), rows(2000))).isGreaterThan(0.97);
  }

  @Test
  void equalRowsGiveEqualBytes() throws Exception {
    for (String name : new String[] {"a", "b"}) {
      Sections.Writer out = new Sections.Writer();
      fit(25_000).write(out);
      out.write(folder.resolve(name));
    }
    assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
  }

  @Test
  void scoresTheSameAfterStoring() throws Exception {
    Trees trees = fit(1000);
    Sections.Writer out = new Sections.Writer();
    trees.write(out);
    out.write(folder.resolve("trees"));
    Trees read = Trees.read(Sections.open(folder.resolve("trees")), 0);
    float[] rows = rows(100);
    for (int i = 0; i < 100; i++) {
      assertThat(read.score(rows, i * FEATURES)).isEqualTo(trees.score(rows, i * FEATURES));
    }
  }

  @Test
  void contributionsAddUpToTheScore() {
    Trees trees = fit(1000);
    float[] rows = rows(50);
    for (int i = 0; i < 50; i++) {
      float[] parts = new float[FEATURES];
      float sum = trees.contributions(rows, i * FEATURES, parts);
      for (float part : parts) {
        sum += part;
      }
      assertThat((double) sum).isCloseTo(trees.score(rows, i * FEATURES), within(1e-3));
      assertThat(Math.abs(parts[0]) + Math.abs(parts[2]))
          .isGreaterThan(Math.abs(parts[1]) + Math.abs(parts[3]));
    }
  }

  @Test
  void refusesRowsThatDoNotFit() {
    assertThatThrownBy(
            () -> TreeTrainer.fit(new float[7], FEATURES, new boolean[2], new float[2], SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 values, 2 labels, 2 weights, 4 features");
    assertThatThrownBy(() -> new TreeSettings(1, 1, 0.1, 1, 1, 1, 1))
        .hasMessage("illegal number of leaves: 1, must be 2 to 4096");
  }
}
