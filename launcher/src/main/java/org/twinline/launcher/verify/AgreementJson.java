package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.triple.Place;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.reward.agreement.Agreement;
import org.twinline.reward.agreement.Calibration;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.LabelledAnswer;
import org.twinline.reward.agreement.Thresholds;
import org.twinline.reward.agreement.WorstCases;

/** The agreement as JSON, which the page is made from. */
final class AgreementJson {
  static final int FORMAT_VERSION = 1;
  private static final int BINS = 20;
  private static final int WORST = 20;

  private final VerifyRequest.Inputs inputs;
  private final Thresholds thresholds;
  private final Tally tally;
  private final List<LabelledAnswer> labelled;
  private final WorstCases worst;

  AgreementJson(VerifyRequest.Inputs inputs, Thresholds thresholds, Tally tally) {
    this.inputs = inputs;
    this.thresholds = thresholds;
    this.tally = tally;
    labelled = tally.labelled();
    worst = WorstCases.of(labelled, thresholds, WORST);
  }

  /** The worst cases, for whoever looks up their text. */
  WorstCases worst() {
    return worst;
  }

  /**
   * The document.
   *
   * @param texts what is shown of the text of some of the worst cases
   */
  ObjectNode document(
      Agreement agreement,
      Optional<Calibration> calibration,
      Provenance provenance,
      Map<Place, ObjectNode> texts) {
    ObjectNode document = Document.object();
    document.put("format_version", FORMAT_VERSION).put("input", inputs.answers().toString());
    inputs.labels().ifPresent(file -> document.put("labels", file.toString()));
    provenance.put(document);
    document
        .put("answers", tally.answers())
        .put("labelled", labelled.size())
        .put("unlabelled", tally.answers() - labelled.size())
        .put("unknown_labels", tally.unknownLabels())
        .put("ambiguous_labels", tally.ambiguousLabels());
    document.set("thresholds", FiguresJson.of(thresholds));
    document.setAll(FiguresJson.of(agreement));
    calibration.ifPresent(
        chosen -> {
          ObjectNode node = document.putObject("calibration");
          node.set("thresholds", FiguresJson.of(chosen.thresholds()));
          node.setAll(ThresholdsFile.figures(chosen));
        });
    ObjectNode histogram = document.putObject("histogram");
    bins(histogram.putArray("right"), Label.RIGHT);
    bins(histogram.putArray("wrong"), Label.WRONG);
    ObjectNode cases = document.putObject("worst");
    cases(cases.putArray("wrong"), worst.wrong(), texts);
    cases(cases.putArray("right"), worst.right(), texts);
    return document;
  }

  /** Scores in twenty bins of equal width over [0,1]; 1 is in the last. */
  private void bins(ArrayNode array, Label label) {
    long[] bins = new long[BINS];
    for (LabelledAnswer answer : labelled) {
      if (answer.label() == label) {
        bins[Math.min(BINS - 1, (int) (answer.judgement().score() * BINS))]++;
      }
    }
    for (long n : bins) {
      array.add(n);
    }
  }

  private void cases(ArrayNode array, List<LabelledAnswer> answers, Map<Place, ObjectNode> texts) {
    for (LabelledAnswer answer : answers) {
      ObjectNode node = array.addObject();
      node.put("id", answer.id());
      node.put("task", Scored.word(answer.task()));
      node.put("answer_kind", Scored.word(answer.judgement().kind()));
      node.put("verdict", Scored.word(thresholds.decide(answer.judgement())));
      node.put("score", answer.judgement().score());
      node.put("codes", tally.codes(answer));
      ObjectNode text = texts.get(answer.place());
      if (text != null) {
        node.set("text", text);
      }
    }
  }
}
