package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.twinline.core.triple.Language;

/** Bundles for tests, with a head made of a fixed formula instead of a training. */
final class Bundles {
  private static final int HIDDEN = 512;
  private static final Slots GOLDEN = new Slots("问题", "糖尿病", "2型糖尿病", "");

  private static final Map<BundleCard.Inputs, float[]> FEATURES = new ConcurrentHashMap<>();

  private Bundles() {}

  /** Rewards agreement: the logit is 8 · cosine − 4, the product block being summed. */
  static LinearHead cosineHead() {
    float[] weights = new float[4 * HIDDEN];
    for (int i = 3 * HIDDEN; i < weights.length; i++) {
      weights[i] = 8;
    }
    return new LinearHead(new float[][] {weights}, new float[] {-4});
  }

  static BundleCard card(LinearHead head) {
    return card(head, "verifier", List.of("{reference}", "{answer}"));
  }

  static BundleCard card(LinearHead head, String name, List<String> templates) {
    BundleCard.Inputs inputs =
        new BundleCard.Inputs(
            templates.stream().map(Template::parse).toList(),
            Features.PAIR,
            512,
            Text.Truncation.RIGHT);
    EncoderRef encoder = TestEncoder.card().ref();
    double golden =
        Calibration.NONE.score(
            head.logit(0, FEATURES.computeIfAbsent(inputs, key -> goldenFeatures(key, encoder))));
    Figures figures = new Figures(10, 0.75, OptionalDouble.of(0.8));
    return new BundleCard(
        new BundleCard.Identity(name, BundleCard.Kind.VERIFIER, "Apache-2.0", Set.of(Language.ZH)),
        encoder,
        inputs,
        new BundleCard.Outputs(
            List.of(new BundleCard.Dimension(name, Calibration.NONE)),
            ModelFiles.sha256(head.toBytes())),
        new BundleCard.Evidence(
            Optional.of(
                new BundleCard.Training(
                    "none", "0".repeat(64), 10, 17, List.of(QuestionHash.of("问题")))),
            new BundleCard.Quality(
                figures,
                Optional.of(figures),
                new TreeMap<>(
                    Map.of(
                        "language",
                        new TreeMap<>(Map.of("zh", figures)),
                        "corruption",
                        new TreeMap<>(
                            Map.of("sibling", new Figures(5, 1, OptionalDouble.empty()))))),
                new TreeMap<>(Map.of("length", figures))),
            new BundleCard.Golden(1e-4, List.of(new BundleCard.Example(GOLDEN, List.of(golden))))));
  }

  private static float[] goldenFeatures(BundleCard.Inputs inputs, EncoderRef encoder) {
    try (TextEncoder session = TextEncoder.open(TestEncoder.DIRECTORY, encoder)) {
      List<Text> texts = inputs.render(GOLDEN);
      return Features.PAIR.of(texts, session.encode(texts));
    }
  }

  static Path write(Path folder) {
    LinearHead head = cosineHead();
    Bundle.write(folder, card(head), head);
    return folder;
  }
}
