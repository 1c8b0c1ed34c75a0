package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AgreementPageTest {
  private static final String FIGURES =
      "'right':{'accepted':9,'unsure':1,'rejected':0},'wrong':{'accepted':1,'unsure':0,'rejected':9},"
          + "'accuracy':{'hits':18,'of':20,'value':0.9,'low':0.699,'high':0.972},"
          + "'coverage':{'hits':19,'of':20},'false_accepts':{'hits':1,'of':10,'low':0.018,'high':0.404},"
          + "'false_rejects':{'hits':0,'of':0},'kappa':0.8,'auc':0.95";

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void showsFiguresWithTheirIntervals() {
    String page =
        AgreementPage.render(
            json(
                "{'format_version':1,'input':'answers.jsonl','labelled':20,'unknown_labels':3,"
                    + "'overall':{"
                    + FIGURES
                    + "},'by_kind':{'entity':{"
                    + FIGURES
                    + "}},'by_task':{},'thresholds':{'overall':{'accept':0.85,'reject':0.3}},"
                    + "'histogram':{'right':[0,2],'wrong':[3,0]},"
                    + "'worst':{'wrong':[{'id':'q7','task':'drug','answer_kind':'entity',"
                    + "'verdict':'accept','score':0.91,'codes':'rule_entity: pair other'}],'right':[]}}"));
    assertThat(page)
        .contains("answers.jsonl", "90.0 %", "69.9–97.2 %", "<dd>0.8</dd>", "0.95")
        .contains("Labels of unknown ids")
        .contains("q7", "rule_entity: pair other")
        .contains("2 right answers and 3 wrong, from 0 to 1.")
        .contains("Threshold accept at 0.85.")
        .doesNotContain("Chosen thresholds");
  }

  @Test
  void showsACalibrationBesideWhatWasInForce() {
    String page =
        AgreementPage.render(
            json(
                "{'overall':{"
                    + FIGURES
                    + "},'calibration':{'thresholds':{'overall':{'accept':0.7,'reject':null},'kinds':{}},"
                    + "'resubstitution':{'overall':{"
                    + FIGURES
                    + "}},'cross_fitted':{'overall':{"
                    + FIGURES
                    + "}}}}"));
    assertThat(page)
        .contains("Chosen thresholds", "In force", "Chosen, same answers", "Chosen, held out")
        .contains(">0.7</td>", ">–</td>");
  }

  @Test
  void textOfRecordsIsInert() {
    String page =
        AgreementPage.render(
            json(
                "{'worst':{'wrong':[{'id':'<script>','score':1,'text':{'question':'<b>x</b>',"
                    + "'references':['肺炎','<i>'],'answer':'\\u202e<img src=x>'}}]}}"));
    assertThat(page)
        .contains(
            "&lt;script&gt;",
            "&lt;b&gt;x&lt;/b&gt;",
            "肺炎\nor &lt;i&gt;",
            "\\u202e&lt;img src=x&gt;")
        .doesNotContain("<script", "<img", "\u202e")
        .contains("default-src &#39;none&#39;");
  }

  @Test
  void anEmptyAgreementIsAPageAndAnotherVersionIsNone() {
    assertThat(AgreementPage.render(json("{}"))).contains("No scores were recorded.", "None.");
    assertThatThrownBy(() -> AgreementPage.render(json("{'format_version':2}")))
        .hasMessage("illegal format_version of an agreement: 2, must be 1");
    assertThatThrownBy(() -> AgreementPage.render(json("[]")))
        .hasMessage("Cannot render an agreement that is no JSON object");
  }
}
