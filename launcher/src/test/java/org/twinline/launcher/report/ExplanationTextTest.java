package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.RejectionReason;

class ExplanationTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String of(String code, double value, String... arguments) {
    return ExplanationText.render(Explanation.of(code, value, arguments));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void unfoldsATree() {
    Explanation rule =
        new Explanation(
            "rule_entity",
            0.5,
            List.of("1"),
            List.of(
                Explanation.of("path", 2.0 / 3, "ICD10CM:J18.9", "ICD10CM:J13"),
                Explanation.of("graph", 1, "ICD10CM:J13", "ICD10CM:J13"),
                Explanation.of("matching", 0.5, "1", "0.5", "1")));
    assertThat(ExplanationText.render(rule))
        .isEqualTo(
            """
            The similarity of the answer to the reference (alternative 2) is 0.5, made of:
              The similarity by place in the hierarchy is 0.667 (ICD10CM:J18.9, ICD10CM:J13).
              The similarity by relations in the concept graph is 1 (both ICD10CM:J13).
              Each expected answer is matched with the best given one: 0.5 overall (recall 1, \
            precision 0.5: one other thing is said).""");
  }

  @Test
  void onlyWeightedMeansHaveWeights() {
    Explanation drug = Explanation.of("medication_drug", 1);
    Explanation dose = Explanation.of("medication_dose", 0, "0.5");
    Explanation mean =
        Explanation.weightedMean("medication", List.of(drug, dose), List.of(0.4, 0.3));
    assertThat(ExplanationText.render(mean))
        .isEqualTo(
            """
            The similarity of a medication to the expected one is 0.571, the weighted mean of:
              The drug is as expected, with weight 0.4.
              The dose is wrong, with weight 0.3.""");
    Explanation lowered = new Explanation("medication", 0.171429, mean.arguments(), mean.parts());
    assertThat(ExplanationText.render(lowered))
        .startsWith(
            "The similarity of a medication to the expected one is 0.171, lowered by what is wrong"
                + " or missing from the weighted mean of:\n");
    Explanation one = new Explanation("rule_prose", 1, List.of("0"), List.of(drug));
    assertThat(ExplanationText.render(one))
        .isEqualTo(
            """
            The answer is prose; the similarity of what it claims to the reference is 1, made of:
              The drug is as expected.""");
  }

  @Test
  void tellsTheKnownCodes() {
    assertThat(of("atoms", 0.6667, "2", "3"))
        .isEqualTo("2 of 3 atomic entities (site, morphology, cause …) agree.");
    assertThat(of("atoms", 0.5, "2", "3"))
        .isEqualTo(
            "The similarity of the atomic entities (site, morphology, cause …) is 0.5 (2, 3).");
    assertThat(of("no_rule_for_kind", 0, "text"))
        .isEqualTo("No rule checks answers of the kind text.");
    assertThat(of("no_rule_for_kind", 0)).isEqualTo("No rule checks answers of this kind.");
    assertThat(of("model_head", 0.6181, "verifier-zh", "0.481234", "0"))
        .isEqualTo("The model verifier-zh gives 0.618 (raw score 0.481).");
    assertThat(of("model_head", 0.6181, "verifier-zh", "0.481234", "37"))
        .isEqualTo(
            "The model verifier-zh gives 0.618 (raw score 0.481); 37 tokens of the text did not"
                + " fit.");
    assertThat(of("model_head", 0.5)).isEqualTo("The model gives 0.5.");
    assertThat(of("outcome_by_rule", 0.93)).isEqualTo("The rules decided the outcome, 0.93.");
    assertThat(of("outcome_by_verifier", 0.62))
        .isEqualTo("The verifier model decided the outcome, 0.62.");
  }

  @Test
  void tellsRejectionsWithWhatWasMeasured() {
    assertThat(of("wrong_answer", 0.2, "rule"))
        .isEqualTo("The rules reject the answer: its similarity to the reference is only 0.2.");
    assertThat(of("wrong_answer", 0.2, "verifier"))
        .isEqualTo("The verifier model rejects the answer: it gives only 0.2.");
    assertThat(of("wrong_answer", 0.2)).isEqualTo("The answer is wrong: 0.2.");
    assertThat(of("group_overflow", 512, "33554432"))
        .isEqualTo("The question has more than 512 candidates or more than 33554432 bytes.");
    assertThat(of("pass_rate", 0.95))
        .isEqualTo(
            "The share of right answers to the question is 0.95, outside the selected band.");
    assertThat(of("not_selected", 4))
        .isEqualTo("Right, but better answers to the question are kept, at most 4.");
    assertThat(of("low_reward", 0.21)).isEqualTo("The preference reward is 0.21, below the bound.");
    assertThat(of("no_pair", 0.71))
        .isEqualTo(
            "Not the best answer; its reward, 0.71, is too close to the best to make a pair.");
    assertThat(of("no_reasoning", 1)).isEqualTo("The chain of thought is missing or says nothing.");
    assertThat(of("repetition", 0.625, "12-17"))
        .isEqualTo("The same passage is repeated again and again; measured: 0.625 (12-17).");
  }

  /** The table of codes in the document says which there are. */
  @Test
  void everyDocumentedCodeHasASentenceAndTheReverse() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("docs")) ? here : here.resolveSibling("");
    List<String> documented =
        Files.readAllLines(root.resolve("docs/formats.md")).stream()
            .dropWhile(line -> !line.equals("| code | stands for | arguments |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.substring(1, line.indexOf('|', 1)))
            .flatMap(cell -> Pattern.compile("`([a-z_]+)`").matcher(cell).results())
            .map(code -> code.group(1))
            .toList();
    assertThat(documented)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ExplanationSentences.codes());
    for (String code : documented) {
      for (double value : new double[] {0, 0.575, 1}) {
        assertThat(of(code, value)).matches("[A-Z][^_]+\\.").doesNotContain("..");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void everyReasonHasASentence(RejectionReason reason) {
    String sentence = of(reason.code(), 1);
    assertThat(sentence).matches("[A-Z][^_]+\\.").doesNotContain("..");
    assertThat(ExplanationText.meaning(reason.code())).matches("[A-Z][^_]+\\.");
  }

  @Test
  void showsUnknownCodesAsTheyAre() {
    assertThat(of("step_quality", 0.81234, "recall", "0.333333", "12-17"))
        .isEqualTo("step_quality: 0.812 (recall, 0.333, 12-17).");
    assertThat(ExplanationText.meaning("from_the_future"))
        .isEqualTo("This version of the report does not know the code.");
  }

  @Test
  void makesRecordsTextInert() {
    assertThat(of("x\u001b[31m", 1, "a\nb\u202e")).isEqualTo("x\\x1b[31m: 1 (a\\x0ab\\u202e).");
    assertThat(of("x", 1, "y".repeat(500))).hasSizeLessThan(200).contains("380 more characters");
  }

  @Test
  void readsTheJsonForm() throws IOException {
    assertThat(
            ExplanationText.render(
                json(
                    "{'code':'rule_entity','value':0.9,'arguments':['1'],"
                        + "'parts':[{'code':'term','value':0.9}]}")))
        .isEqualTo(
            """
            The similarity of the answer to the reference (alternative 2) is 0.9, made of:
              The similarity of wording is 0.9.""");
  }

  @Test
  void survivesWhatIsNoExplanation() throws IOException {
    assertThat(ExplanationText.render(json("{}"))).isEqualTo("no explanation.");
    assertThat(ExplanationText.render(json("[1]"))).isEqualTo("no explanation.");
    assertThat(ExplanationText.render(json("{'code':'term','value':'high','parts':7}")))
        .isEqualTo("The similarity of wording is (no value).");
  }

  @Test
  void boundsDepthAndLength() throws IOException {
    String deep = "{'code':'a','parts':[".repeat(300) + "]}".repeat(300);
    assertThat(ExplanationText.sentences(json(deep))).hasSize(ExplanationText.MAX_DEPTH);
    String leaf = "{'code':'b','value':1}";
    String wide = "{'code':'a','value':1,'parts':[" + (leaf + ",").repeat(5_000) + leaf + "]}";
    assertThat(ExplanationText.sentences(json(wide)))
        .hasSizeLessThanOrEqualTo(ExplanationText.MAX_SENTENCES + 1)
        .last()
        .isEqualTo(new ExplanationText.Sentence(0, "… and more parts that are not shown."));
  }

  @Test
  void comparisonsOfRulesAreToldInWords() {
    assertThat(of("pair", 0.95, "0", "ICD10CM:I21", "ICD10CM:I21.9", "narrower", "7-13"))
        .isEqualTo(
            "Expected item 1 (ICD10CM:I21) against what the answer says (ICD10CM:I21.9) at 7-13:"
                + " narrower than expected, 0.95.");
    assertThat(of("pair", 0.2, "ICD10CM:I21", "unlinked", "names"))
        .isEqualTo(
            "Expected (ICD10CM:I21) against what the answer says (no known concept): compared as"
                + " names, 0.2.");
    assertThat(of("pair", 0.2)).isEqualTo("Expected against what the answer says, 0.2.");
    assertThat(of("pair", 0.95, "1", "unlinked", "unlinked", "reworded", "0-9"))
        .isEqualTo(
            "Expected item 2 (no known concept) against what the answer says (no known concept) at"
                + " 0-9: the same words in another order or form, 0.95.");
    assertThat(of("rule_entity", 0, "0", "negated"))
        .isEqualTo(
            "The answer asserts nothing to compare: what it rules out, tells of the past or of"
                + " relatives does not count.");
    assertThat(of("nice_to_have", 0.04, "2"))
        .isEqualTo("2 welcome items are named too, which adds 0.04.");
    assertThat(of("rule_no_answer", 0)).isEqualTo("There is no answer.");
  }

  @Test
  void claimsOfProseAreToldInWords() {
    assertThat(of("claim", 0.95, "0", "ICD10CM:I21", "named", "7-13"))
        .isEqualTo("Expected item 1 (ICD10CM:I21) is named in what is claimed at 7-13, 0.95.");
    assertThat(of("claim", 0.15, "0", "ICD10CM:I21", "named", "7-13"))
        .isEqualTo("Expected item 1 (ICD10CM:I21) is named in a mere list at 7-13, 0.15.");
    assertThat(of("claim", 0.575, "1", "unlinked", "0.7", "0-80"))
        .isEqualTo(
            "The claim at 0-80 has the share 0.7 of the words of expected item 2 (no known"
                + " concept), 0.575.");
    assertThat(of("claim", 0, "0", "unlinked", "0", "0-0"))
        .isEqualTo("Nothing of expected item 1 (no known concept) is found in what is claimed, 0.");
  }

  @Test
  void trainedLinksAreToldInWords() {
    assertThat(of("linked", 0.925, "0", "ICD10CM:I21", "0.8"))
        .isEqualTo("Expected item 1 (ICD10CM:I21) is meant with a chance of 0.8, 0.925.");
    assertThat(of("contradicted", 0.795, "code", "3-8"))
        .contains("gives the code of another disease at 3-8; it can score at most 0.795");
    assertThat(of("rule_learned", 0.925, "0"))
        .isEqualTo(
            "The answer does not name what is expected; by the trained linker its similarity to the"
                + " reference is 0.925.");
  }

  @Test
  void choicesTruthAndTextsAreToldInWords() {
    assertThat(of("rule_choice", 0, "A", "AC")).isEqualTo("Expected options A, said AC: 0.");
    assertThat(of("choice_unrecognised", 0.575, "answer"))
        .isEqualTo("No option can be made out in the answer.");
    assertThat(of("choice_contradictory", 0.575))
        .isEqualTo(
            "The answer contradicts itself: the letter of one option beside the text of another,"
                + " or two options of which only one can be meant.");
    assertThat(of("rule_boolean", 0, "yes")).isEqualTo("The answer says yes, which is wrong.");
    assertThat(of("boolean_unrecognised", 0.575, "reference"))
        .isEqualTo("Neither yes nor no can be made out in the reference.");
    assertThat(of("rule_keywords", 0.667, "2", "3"))
        .isEqualTo("2 of 3 keywords are in the answer and not denied: 0.667.");
    assertThat(of("keyword", 0, "3", "negated")).isEqualTo("Keyword 3 is there but denied.");
  }

  @Test
  void numbersAndMedicationsAreToldInWords() {
    assertThat(of("rule_number", 1, "0")).isEqualTo("The number is as expected.");
    assertThat(of("rule_number", 0, "0.333333"))
        .isEqualTo("The number is wrong, off by the share 0.333.");
    assertThat(of("number_dimension", 0, "g", "m3"))
        .isEqualTo("The number measures something else: expected g, said m3 (in base units).");
    assertThat(of("number_ambiguous", 0.575, "3"))
        .isEqualTo("The answer has 3 numbers, and it is not clear which one it means.");
    assertThat(of("medication", 0, "missing")).isEqualTo("An expected medication is missing.");
    assertThat(of("medication_route", 0, "ORAL")).isEqualTo("The route (oral) is wrong.");
    assertThat(of("medication_frequency", 0.575, "left_out"))
        .isEqualTo("The frequency is left out, 0.575.");
    assertThat(of("rule_json", 0, "3"))
        .isEqualTo("The answer has another number of JSON values than expected (3).");
    assertThat(of("no_rule_for_kind", 0.575, "JSON"))
        .isEqualTo("No JSON can be read in the reference.");
  }
}
