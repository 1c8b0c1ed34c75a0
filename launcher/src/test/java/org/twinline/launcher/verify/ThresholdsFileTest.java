package org.twinline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Task;
import org.twinline.reward.agreement.Calibration;
import org.twinline.reward.agreement.CalibrationSettings;
import org.twinline.reward.agreement.Judgement;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.LabelledAnswer;

class ThresholdsFileTest {
  @TempDir Path folder;

  /** 20 right entities at 0.95, 20 wrong at 0.1, one right number at 0.6. */
  private static Calibration calibration() {
    List<LabelledAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(answer(answers.size(), AnswerKind.ENTITY, 0.95, Label.RIGHT));
      answers.add(answer(answers.size(), AnswerKind.ENTITY, 0.1, Label.WRONG));
    }
    answers.add(answer(answers.size(), AnswerKind.NUMBER, 0.6, Label.RIGHT));
    return Calibration.of(answers, CalibrationSettings.DEFAULT);
  }

  private static LabelledAnswer answer(int n, AnswerKind kind, double score, Label label) {
    return new LabelledAnswer(
        "a" + n, new Place(0, n), Task.DRUG, new Judgement(kind, score, true), label);
  }

  @Test
  void theFileIsFrozen() throws IOException {
    String text =
        ThresholdsFile.write(
            calibration(),
            CalibrationSettings.DEFAULT,
            new Provenance("11", "22", Optional.of("33")));
    ObjectNode file = (ObjectNode) Document.MAPPER.readTree(text);
    assertThat(file.path("figures").fieldNames())
        .toIterable()
        .containsExactly("resubstitution", "cross_fitted");
    assertThat(file.path("settings").path("accept").asDouble()).isEqualTo(0.85);
    file.remove("figures");
    file.remove("settings");
    assertThat(Document.text(file))
        .isEqualTo(
            """
            {
              "format_version" : 1,
              "min_accept_precision" : 0.97,
              "min_reject_precision" : 0.97,
              "bound" : "point",
              "input_sha256" : "11",
              "labels_sha256" : "22",
              "terminology_content_hash" : "33",
              "overall" : {
                "accept" : 0.35,
                "reject" : 0.35,
                "own" : true,
                "right" : 21,
                "wrong" : 20
              },
              "kinds" : {
                "entity" : {
                  "accept" : 0.525,
                  "reject" : 0.525,
                  "own" : true,
                  "right" : 20,
                  "wrong" : 20
                },
                "number" : {
                  "accept" : 0.35,
                  "reject" : 0.35,
                  "own" : false,
                  "right" : 1,
                  "wrong" : 0
                }
              },
              "curves" : {
                "overall" : {
                  "threshold" : [ 0.0, 0.35, 0.7749999999999999, 1.0 ],
                  "accepted" : [ 41, 21, 20, 0 ],
                  "rejected" : [ 0, 20, 21, 41 ],
                  "unsure" : [ 0, 0, 0, 0 ],
                  "false_accepts" : [ 20, 0, 0, 0 ],
                  "false_rejects" : [ 0, 0, 1, 21 ]
                },
                "entity" : {
                  "threshold" : [ 0.0, 0.525, 1.0 ],
                  "accepted" : [ 40, 20, 0 ],
                  "rejected" : [ 0, 20, 40 ],
                  "unsure" : [ 0, 0, 0 ],
                  "false_accepts" : [ 20, 0, 0 ],
                  "false_rejects" : [ 0, 0, 20 ]
                },
                "number" : {
                  "threshold" : [ 0.0, 1.0 ],
                  "accepted" : [ 1, 0 ],
                  "rejected" : [ 0, 1 ],
                  "unsure" : [ 0, 0 ],
                  "false_accepts" : [ 0, 0 ],
                  "false_rejects" : [ 0, 1 ]
                }
              }
            }
            """);
  }

  @Test
  void whatIsReadBackDecidesAlike() throws IOException {
    Calibration calibration = calibration();
    Path file = folder.resolve("thresholds.json");
    Files.writeString(
        file,
        ThresholdsFile.write(
            calibration,
            CalibrationSettings.DEFAULT,
            new Provenance("11", "22", Optional.of("33"))));
    assertThat(ThresholdsFile.read(file))
        .isEqualTo(new ThresholdsFile.Read(calibration.thresholds(), Optional.of("33")));
  }
}
