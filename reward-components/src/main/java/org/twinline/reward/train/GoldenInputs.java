package org.twinline.reward.train;

import java.util.ArrayList;
import java.util.List;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.Slots;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;

/** Fixed texts with the scores of a head, so that a card never carries a record of its data. */
final class GoldenInputs {
  private static final double TOLERANCE = 1e-4;

  private static final List<Slots> SLOTS =
      List.of(
          new Slots("肺炎最常见的症状是什么？", "咳嗽和发热", "多为咳嗽、咳痰伴发热。", "先考虑呼吸道症状。", "先考虑呼吸道症状。"),
          new Slots("肺炎最常见的症状是什么？", "咳嗽和发热", "多为关节疼痛。", "先考虑关节症状。", "先考虑关节症状。"),
          new Slots(
              "What is the first choice for anaphylaxis?",
              "intramuscular adrenaline",
              "Adrenaline into the outer thigh.",
              "Airway and circulation come first.",
              "Airway and circulation come first."));

  private GoldenInputs() {}

  /** The golden part of a card: every text with the score of every dimension. */
  static BundleCard.Golden scored(
      BundleCard.Inputs inputs,
      LinearHead head,
      List<Calibration> calibrations,
      EncoderPlace encoder) {
    try (TextEncoder session = TextEncoder.open(encoder)) {
      List<BundleCard.Example> examples = new ArrayList<>();
      for (Slots slots : SLOTS) {
        List<Text> texts = inputs.render(slots);
        float[] features = inputs.features().of(texts, session.encode(texts));
        List<Double> scores = new ArrayList<>();
        for (int d = 0; d < calibrations.size(); d++) {
          scores.add(calibrations.get(d).score(head.logit(d, features)));
        }
        examples.add(new BundleCard.Example(slots, scores));
      }
      return new BundleCard.Golden(TOLERANCE, examples);
    }
  }
}
