package org.twinline.terminology.existence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.link.trees.TreeSettings;

class ExistenceTest {
  private static final ExistenceSettings SETTINGS =
      new ExistenceSettings(1_500, 500, 0.9, new TreeSettings(40, 15, 0.15, 0.5, 10, 1, 1));
  private static final WardNames NAMES = new WardNames();

  @TempDir static Path folder;
  private static Existence existence;

  @BeforeAll
  static void train() throws IOException {
    Path file = folder.resolve("existence.bin");
    ExistenceTrainer.train(NAMES.index, SETTINGS, file);
    existence = Existence.open(file, Set.copyOf(NAMES.index)::contains);
  }

  @Test
  void knowsTheNamesOfTheIndex() {
    assertThat(NAMES.index)
        .allSatisfy(
            name ->
                assertThat(existence.find(name))
                    .isEqualTo(new Finding(Verdict.KNOWN, 0, List.of())));
  }

  @Test
  void callsJoinsOfStrangersAbsent() {
    assertThat(share(NAMES.absent, Verdict.ABSENT)).isGreaterThan(0.9);
  }

  @Test
  void callsLeftOutNamesPlausible() {
    assertThat(share(NAMES.leftOut, Verdict.PLAUSIBLE)).isGreaterThan(0.9);
  }

  @Test
  void givesProbabilitiesThatFitTheVerdicts() {
    double left = mean(NAMES.leftOut);
    double absent = mean(NAMES.absent);

    assertThat(left).isBetween(0.0, 0.35);
    assertThat(absent).isBetween(0.65, 1.0);
  }

  @Test
  void showsThePartsThatDoNotGoTogether() {
    Finding finding = existence.find("锁骨动脉瘤");

    assertThat(finding.verdict()).isEqualTo(Verdict.ABSENT);
    assertThat(finding.parts()).hasSize(2);
    assertThat(finding.parts().get(0).from()).isLessThan(2);
    assertThat(finding.parts().get(1).to()).isGreaterThan(2);
    assertThat(existence.find(NAMES.leftOut.get(0)).parts()).isEmpty();
  }

  @Test
  void decidesNothingForAScriptWithoutAModel() {
    assertThat(existence.find("fracture of the bladder"))
        .isEqualTo(new Finding(Verdict.PLAUSIBLE, 0.5, List.of()));
    assertThat(existence.trainedRecall("fracture")).isEmpty();
    assertThat(existence.trainedRecall("骨折")).hasValueSatisfying(r -> assertThat(r).isPositive());
  }

  @Test
  void doesNotDependOnWhatWasAskedBefore() {
    List<Finding> all = NAMES.absent.parallelStream().map(existence::find).toList();

    for (int i = 0; i < all.size(); i += 7) {
      assertThat(existence.find(NAMES.absent.get(i))).isEqualTo(all.get(i));
    }
  }

  @Test
  void takesNamesOfAnyLength() {
    assertThat(List.of("", "骨", "骨".repeat(300), "+", "股骨 type 2"))
        .allSatisfy(name -> assertThat(existence.absent(name)).isBetween(0.0, 1.0));
  }

  @Test
  void isEqualForEqualInput() throws IOException {
    Path again = folder.resolve("again.bin");
    ExistenceTrainer.train(NAMES.index, SETTINGS, again);

    assertThat(Files.mismatch(folder.resolve("existence.bin"), again)).isEqualTo(-1);
  }

  @Test
  void refusesBadSettings() {
    assertThatThrownBy(() -> new ExistenceSettings(10, 500, 0.9, SETTINGS.trees()))
        .hasMessage("illegal number of rows: 10, must be at least 100");
    assertThatThrownBy(() -> new ExistenceSettings(100, 10, 0.9, SETTINGS.trees()))
        .hasMessage("illegal least number of names: 10, must be at least 100");
    assertThatThrownBy(() -> new ExistenceSettings(100, 500, 1, SETTINGS.trees()))
        .hasMessage("illegal precision: 1.0, must be between 0.5 and 1");
  }

  private static double share(List<String> names, Verdict verdict) {
    return (double) names.stream().filter(n -> existence.find(n).verdict() == verdict).count()
        / names.size();
  }

  private static double mean(List<String> names) {
    return names.stream().mapToDouble(existence::absent).average().orElseThrow();
  }
}
