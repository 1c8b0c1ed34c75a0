package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.link.trees.TreeSettings;

class LinkerTest {
  private static final LinkSettings SMALL =
      new LinkSettings(
          3,
          1,
          new TreeSettings(40, 12, 0.15, 0.5, 5, 1, 1),
          1,
          new TreeSettings(40, 6, 0.15, 0.5, 5, 1, 1),
          new TreeSettings(30, 6, 0.1, 0.6, 5, 1, 2),
          List.of());

  @TempDir static Path folder;
  private static final Targets TARGETS = LinkFixture.targets();
  private static TargetNames names;
  private static LinkFigures figures;

  @BeforeAll
  static void train() throws Exception {
    names = TargetNames.write(TARGETS, folder.resolve("names"));
    figures = train("model");
  }

  private static LinkFigures train(String into) throws IOException {
    return new LinkTrainer(
            TARGETS,
            names,
            names.postings()::searcher,
            SMALL,
            stage -> assertThat(stage).isNotBlank())
        .train(LinkFixture.pairs(), folder.resolve(into));
  }

  private static LinkModel model(String from) {
    return LinkModel.open(folder.resolve(from), TARGETS, names, names.postings()::searcher);
  }

  private static List<String> link(Linker linker, String text) {
    return linker.link(text, 3).concepts().stream().map(LinkResult.Linked::name).toList();
  }

  @Test
  void learnsWhatNamesAloneDoNotSay() {
    Linker linker = model("model").linker();
    assertThat(link(linker, "右膀胱挫裂伤")).containsExactly("膀胱损伤");
    assertThat(link(linker, "双喉Ca")).containsExactlyInAnyOrder("喉恶性肿瘤", "癌");
    assertThat(link(linker, "脑破裂；糖尿病II型")).containsExactlyInAnyOrder("脑损伤", "2型糖尿病");
  }

  @Test
  void outOfFoldFiguresAreHigh() {
    assertThat(figures.texts()).isEqualTo(LinkFixture.pairs().size());
    assertThat(figures.allRight()).isGreaterThan(0.8);
    assertThat(figures.f1()).isGreaterThan(0.85);
    assertThat(figures.candidateRecall()).isGreaterThan(0.9);
  }

  @Test
  void knowsTermsBeyondTheList() {
    LinkResult result = model("model").linker().link("胃水泡病", 3);
    assertThat(result.mentions().get(0).candidates())
        .extracting(LinkResult.Linked::name)
        .contains("胃泡状病");
    assertThat(result.mentions().get(0).candidates())
        .filteredOn(one -> one.name().equals("胃泡状病"))
        .extracting(LinkResult.Linked::term)
        .containsExactly(-1);
  }

  @Test
  void equalPairsGiveEqualBytes() throws Exception {
    train("again");
    for (String file : List.of(LinkModel.MODEL, LinkModel.EXTRA)) {
      assertThat(
              Files.mismatch(
                  folder.resolve("model").resolve(file), folder.resolve("again").resolve(file)))
          .isEqualTo(-1);
    }
  }

  @Test
  void linkersOfOneModelAgree() {
    LinkModel model = model("model");
    Linker first = model.linker();
    first.link("肺Ca，高血压", 5);
    assertThat(first.link("胃挫伤;血压高", 5)).isEqualTo(model.linker().link("胃挫伤;血压高", 5));
  }

  @Test
  void explainsWithTheFeaturesThatMattered() {
    Linker linker = model("model").linker();
    LinkResult result = linker.link("右膀胱挫裂伤", 3);
    Explanation why = linker.explain(result.concepts().get(0).term(), 5);
    assertThat(why.value()).isGreaterThan(0.5);
    assertThat(why.parts()).hasSize(6);
    assertThat(why.parts().get(0).code()).isEqualTo("base");
    assertThat(linker.explain(0, 5).code()).isIn("trained_linker", "not_weighed");
  }

  @Test
  void refusesAnotherList() throws Exception {
    Targets other = LinkTrainer.extraTargets(List.of("甲", "乙丙"), TARGETS.type(0));
    TargetNames otherNames = TargetNames.write(other, folder.resolve("other"));
    assertThatThrownBy(
            () ->
                LinkModel.open(
                    folder.resolve("model"), other, otherNames, otherNames.postings()::searcher))
        .isInstanceOf(TerminologyException.class)
        .hasMessageContaining("train the linker again");
  }

  @Test
  void refusesTooFewPairs() {
    assertThatThrownBy(
            () ->
                new LinkTrainer(TARGETS, names, names.postings()::searcher, SMALL, stage -> {})
                    .train(LinkFixture.pairs().subList(0, 3), folder.resolve("few")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot train on 3 pairs: at least 6 are needed");
  }
}
