package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.core.triple.Language;
import org.twinline.reward.process.ThinkingAction;

/**
 * Bundles of kind {@code actions} for tests: weights of a fixed formula, so that every text has
 * logits of its own, and a bias that makes one action the likeliest.
 */
public final class ActionBundles {
  private static final float BIAS = 6;
  private static final Slots GOLDEN = new Slots("", "", "", "", "先看症状。");

  private ActionBundles() {}

  /** Writes one for Chinese on the plain Chinese encoder. */
  public static BundleCard write(Path folder, ThinkingAction action) {
    TestEncoder.card();
    return write(folder, action, Language.ZH, Encoders.in(TestEncoder.DIRECTORY));
  }

  /** Writes one for English on the plain English encoder. */
  public static BundleCard english(Path folder, ThinkingAction action) {
    TestEncoder.english();
    return write(folder, action, Language.EN, Encoders.in(TestEncoder.DIRECTORY));
  }

  /** Writes one on the encoder of its language among these. */
  static BundleCard write(
      Path folder, ThinkingAction action, Language language, Encoders encoders) {
    EncoderPlace place = encoders.shared(PinnedEncoder.of(language).folder());
    int actions = ThinkingAction.values().length;
    float[] bias = new float[actions];
    bias[action.ordinal()] = BIAS;
    float[][] weights = new float[actions][place.card().geometry().hiddenSize()];
    for (int d = 0; d < actions; d++) {
      for (int i = 0; i < weights[d].length; i++) {
        weights[d][i] = (float) Math.sin(1 + d * 1_000 + i);
      }
    }
    LinearHead head = new LinearHead(weights, bias);
    BundleCard.Inputs inputs =
        new BundleCard.Inputs(
            List.of(Template.parse("{step}")), Features.SINGLE, 192, Text.Truncation.RIGHT);
    List<BundleCard.Dimension> dimensions = new ArrayList<>();
    List<Double> golden = new ArrayList<>();
    try (TextEncoder session = TextEncoder.open(place)) {
      float[] vector = session.encode(inputs.render(GOLDEN)).get(0).vector();
      for (ThinkingAction each : ThinkingAction.values()) {
        dimensions.add(new BundleCard.Dimension(each.code(), Calibration.NONE));
        golden.add(Calibration.NONE.score(head.logit(each.ordinal(), vector)));
      }
    }
    BundleCard card =
        new BundleCard(
            new BundleCard.Identity(
                "actions-" + action.code(),
                BundleCard.Kind.ACTIONS,
                "Apache-2.0",
                Set.of(language)),
            place.encoder(),
            inputs,
            new BundleCard.Outputs(dimensions, ModelFiles.sha256(head.toBytes())),
            new BundleCard.Evidence(
                Optional.empty(),
                new BundleCard.Quality(
                    new Figures(10, 0.75, OptionalDouble.empty()),
                    Optional.empty(),
                    Collections.emptySortedMap(),
                    new TreeMap<>()),
                new BundleCard.Golden(1e-4, List.of(new BundleCard.Example(GOLDEN, golden)))));
    Bundle.write(folder, card, head);
    return card;
  }
}
