package org.twinline.reward.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Verdict;
import org.twinline.terminology.LinkerTraining;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.source.TableSource;

/**
 * What a linker that was trained on wordings without a character of the names adds to the rules.
 */
class TrainedTerminologyTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));

  /** Names of the small terminology, and what people call these. */
  private static final Map<String, List<String>> WORDINGS =
      Map.ofEntries(
          Map.entry("慢性阻塞性肺疾病", List.of("老慢支", "气道长期堵")),
          Map.entry("支气管哮喘", List.of("喘症", "吼病")),
          Map.entry("原发性高血压", List.of("头昏压头高", "脉压上升病")),
          Map.entry("糖尿病", List.of("消渴", "血里甜")),
          Map.entry("心力衰竭", List.of("泵不动", "水肿喘不平")),
          Map.entry("胃溃疡", List.of("胃烂洞", "胃破口")),
          Map.entry("主动脉夹层", List.of("大血管撕裂", "内膜裂开")),
          Map.entry("肺结核", List.of("痨病", "童子痨")));

  private static final List<String> AROUND =
      List.of("%s", "%s？", "重度%s", "反复%s", "%s待查", "%s复发", "%s术后");

  @TempDir static Path folder;
  private static Terminology plain;
  private static Terminology trained;

  @BeforeAll
  static void train() throws IOException {
    for (String name : List.of("plain", "trained")) {
      TerminologyBuilder.of(
              TableSource.folder(ROOT.resolve("terminology/src/test/resources/fixture")))
          .write(folder.resolve(name));
    }
    List<String> lines = new ArrayList<>();
    List<String> names = WORDINGS.keySet().stream().sorted().toList();
    for (int i = 0; i < names.size(); i++) {
      for (int k = 1; k < names.size(); k++) {
        lines.add(
            "{\"text\":\"%1$s、%2$s\",\"standard\":[\"%1$s\",\"%2$s\"]}"
                .formatted(names.get(i), names.get((i + k) % names.size())));
      }
    }
    WORDINGS.keySet().stream()
        .sorted()
        .forEach(
            standard -> {
              List<String> wordings = new ArrayList<>(WORDINGS.getOrDefault(standard, List.of()));
              wordings.add(standard);
              for (String wording : wordings) {
                for (String around : AROUND) {
                  lines.add(
                      "{\"text\":\"%s\",\"standard\":[\"%s\"]}"
                          .formatted(around.formatted(wording), standard));
                }
              }
            });
    Path pairs = folder.resolve("pairs.jsonl");
    Files.write(pairs, lines);
    LinkerTraining.of(folder.resolve("trained")).fit(List.of(pairs), Optional.empty());
    plain = Terminology.open(folder.resolve("plain"));
    trained = Terminology.open(folder.resolve("trained"));
  }

  @AfterAll
  static void close() throws IOException {
    plain.close();
    trained.close();
  }

  private static final String ASKED = "最可能的诊断是什么？";

  private static Verdict verdict(Terminology terminology, String reference, String answer) {
    return verdict(terminology, ASKED, reference, answer);
  }

  private static Verdict verdict(
      Terminology terminology, String question, String reference, String answer) {
    Question asked = Rules.question(AnswerKind.ENTITY, Reference.all(reference));
    return RuleVerifier.against(terminology, RuleSettings.DEFAULT)
        .verify(
            new Question(
                asked.id(),
                Prompt.of(question),
                asked.reference(),
                asked.traits(),
                asked.annotations()),
            Rules.answer(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "慢性阻塞性肺疾病|右侧老慢支|胃溃疡",
        "支气管哮喘|轻度喘症|原发性高血压",
        "主动脉夹层|突发大血管撕裂|肺结核",
        "心力衰竭|阵发泵不动|糖尿病",
      })
  void acceptsWordingsThatShareNoCharacterWithTheName(String right, String answer, String wrong) {
    assertThat(verdict(plain, right, answer).decision()).isNotEqualTo(Decision.ACCEPT);
    Verdict accepted = verdict(trained, right, answer);
    assertThat(accepted.decision()).as("%s", accepted.score()).isEqualTo(Decision.ACCEPT);
    assertThat(accepted.score().explanation().code()).isEqualTo("rule_learned");
    assertThat(verdict(trained, wrong, answer).decision()).isEqualTo(Decision.REJECT);
  }

  @Test
  void tellsWhatWasLinked() {
    String answer = "最可能的诊断是老慢支。";
    Explanation explanation = verdict(trained, "慢性阻塞性肺疾病", answer).score().explanation();
    Explanation linked = explanation.parts().get(0);
    assertThat(linked.code()).isEqualTo("linked");
    assertThat(linked.arguments().subList(0, 2)).containsExactly("0", "ICD10CM:J44");
    String[] range = linked.arguments().get(3).split("-");
    assertThat(answer.substring(Integer.parseInt(range[0]), Integer.parseInt(range[1])))
        .isEqualTo("老慢支");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "慢性阻塞性肺疾病|慢阻肺|ACCEPT",
        "肺结核|排除肺结核|REJECT",
        "肺结核|不是肺结核|REJECT",
        "急性阑尾炎|慢性阑尾炎|REJECT",
        "慢性阻塞性肺疾病|不是老慢支|REJECT",
        "慢性阻塞性肺疾病|排除老慢支，考虑胃溃疡|REJECT",
      })
  void whatTheRulesKnowIsNotOverruled(String reference, String answer, Decision decision) {
    Verdict verdict = verdict(trained, reference, answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(decision);
  }

  @Test
  void aFloodIsNoAnswerInWhateverWords() {
    assertThat(verdict(trained, "糖尿病", "消渴、泵不动、胃烂洞、痨病、喘症").decision())
        .isNotEqualTo(Decision.ACCEPT);
    assertThat(verdict(trained, "糖尿病", "糖尿病、心力衰竭、胃溃疡、肺结核、支气管哮喘").decision())
        .isEqualTo(Decision.REJECT);
  }

  @Test
  void aListBesideTheItemIsAtMostUnsure() {
    Verdict verdict = verdict(trained, "糖尿病", "糖尿病、心力衰竭");
    assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(Decision.UNSURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "糖尿病、心力衰竭|ACCEPT",
        "心力衰竭;糖尿病;胃溃疡|ACCEPT",
        "糖尿病术后|ACCEPT",
        "糖尿病、心力衰竭、胃溃疡、肺结核|UNSURE",
        "糖尿病、心力衰竭、胃溃疡、肺结核、支气管哮喘|UNSURE",
        "消渴不除外|UNSURE",
        "不能排除消渴|UNSURE",
        "排除消渴|REJECT",
        "心力衰竭、胃溃疡|REJECT",
        "否认糖尿病，心力衰竭|REJECT",
        "不是糖尿病，心力衰竭|REJECT",
        "心力衰竭，父亲患糖尿病|REJECT",
        "糖尿病史10年|REJECT",
        "糖尿病已治愈|REJECT",
        "伪糖尿病|UNSURE",
      })
  void whereNothingIsAskedAWordingMayNameAFewThings(String answer, Decision decision) {
    for (String question : List.of("", " ", "?")) {
      Verdict verdict = verdict(trained, question, "糖尿病", answer);
      assertThat(verdict.decision()).as("%s", verdict.score()).isEqualTo(decision);
    }
    Verdict asked = verdict(trained, "糖尿病", answer);
    assertThat(asked.decision()).as("%s", asked.score()).isNotEqualTo(Decision.ACCEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "糖尿病或心力衰竭",
        "糖尿病/心力衰竭",
        "糖尿病？心力衰竭？",
        "糖尿病 vs 心力衰竭",
        "可能糖尿病、心力衰竭",
        "要么糖尿病要么心力衰竭",
      })
  void alternativesAreNoAnswerThoughNothingIsAsked(String answer) {
    Verdict verdict = verdict(trained, "", "糖尿病", answer);
    assertThat(verdict.decision()).as("%s", verdict.score()).isNotEqualTo(Decision.ACCEPT);
  }

  @Test
  void anIdenticalNameNeedsNoLinker() {
    assertThat(verdict(trained, "糖尿病", "糖尿病").score().value()).isEqualTo(1);
    assertThat(verdict(trained, "糖尿病", "糖尿病").score().explanation().parts())
        .extracting(Explanation::code)
        .doesNotContain("linked");
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.01, 0.7, 1",
    "0.5, 0.01, 0.7, 1",
    "0.5, 0.9, 0.15, 0.75",
    "0.07, 0, 0.7, 0.8",
    "0.002, 0, 0, 0.25",
    "0, 0, 0, 0.25",
    "0, 1, 0, 0.01"
  })
  void aBeliefWeighsTheChanceAgainstTheBestRival(
      double chance, double rival, double least, double most) {
    double belief = new TrainedLinks.Thought(chance, rival).belief();
    assertThat(belief).isBetween(least, most);
    assertThat(new TrainedLinks.Thought(chance, Math.min(1, rival + 0.2)).belief())
        .isLessThanOrEqualTo(belief);
  }

  @Test
  void everyRequiredItemMustBeMeant() {
    Reference both = Reference.all("糖尿病", "心力衰竭");
    RuleVerifier verifier = RuleVerifier.against(trained, RuleSettings.DEFAULT);
    Verdict one = verifier.verify(Rules.question(AnswerKind.ENTITY, both), Rules.answer("重度泵不动"));
    assertThat(one.decision()).as("%s", one.score()).isNotEqualTo(Decision.ACCEPT);
  }
}
