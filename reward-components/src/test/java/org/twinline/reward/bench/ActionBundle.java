package org.twinline.reward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.Encoded;
import org.twinline.reward.djl.EncoderAssembly;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.Features;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.reward.djl.QuestionHash;
import org.twinline.reward.djl.Slots;
import org.twinline.reward.djl.Template;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;
import org.twinline.reward.process.ActionText;
import org.twinline.reward.process.Step;
import org.twinline.reward.process.ThinkingAction;

/**
 * Makes a bundle of kind {@code actions} of what {@code docs/models/actions/train.py} learnt:
 * {@code ActionBundle LANGUAGE LEARNT PART,PART… UNSEEN,UNSEEN…}, with LEARNT the folder of the
 * adapter and the head, the parts of labelled steps that were learnt from, and those that tell how
 * good it is. Writes {@code samples/models/actions-LANGUAGE} and assembles its encoder. The data
 * are found by {@code -Dtwinline.shared}, the labels by {@code -Dtwinline.root}.
 */
final class ActionBundle {
  private static final int MAXIMUM_TOKENS = 192;
  private static final double TOLERANCE = 1e-3;

  /** Steps of our own in their places, so that the card never carries a record of the data. */
  private static final List<String> GOLDEN =
      List.of(
          "先看看患者的主要症状。 |  | 患者咳嗽三天，体温38.5度。",
          "发热伴脓痰提示细菌感染的可能性大。 | 患者咳嗽三天，体温38.5度。 | 不过还需要看胸片。",
          "所以最可能的诊断是肺炎。 | 胸片上右下肺有斑片影。 | ",
          "Okay, let's think about what could cause this. |  | She has had chest pain for two hours.",
          "That makes a pulmonary embolism less likely. | Her D-dimer is normal. | So what is left?",
          "So the answer is pericarditis. | The pain eases when she leans forward. | ");

  private ActionBundle() {}

  public static void main(String[] args) throws IOException {
    Language language = Language.valueOf(args[0].toUpperCase(Locale.ROOT));
    Path root = Path.of(System.getProperty("twinline.root"));
    Path encoders = root.resolve("launcher/target/encoders");
    Path learnt = Path.of(args[1]);
    PinnedEncoder base = PinnedEncoder.of(language);
    Path adapter = learnt.resolve("adapter.safetensors");
    EncoderCard encoder =
        EncoderAssembly.assemble(encoders, base, base.folder() + "-actions", adapter);
    List<String> actions =
        Arrays.stream(ThinkingAction.values()).map(ThinkingAction::code).toList();
    byte[] bytes = Files.readAllBytes(learnt.resolve(BundleCard.HEAD));
    LinearHead head =
        LinearHead.read(
            bytes,
            learnt.resolve(BundleCard.HEAD),
            actions.size(),
            encoder.geometry().hiddenSize());
    BundleCard.Inputs inputs =
        new BundleCard.Inputs(
            List.of(Template.parse("{step}")),
            Features.SINGLE,
            MAXIMUM_TOKENS,
            Text.Truncation.RIGHT);
    try (TextEncoder session = TextEncoder.open(encoders, encoder.ref())) {
      BundleCard card =
          new BundleCard(
              new BundleCard.Identity(
                  "actions-" + args[0], BundleCard.Kind.ACTIONS, "Apache-2.0", Set.of(language)),
              encoder.ref(),
              inputs,
              new BundleCard.Outputs(
                  actions.stream()
                      .map(action -> new BundleCard.Dimension(action, Calibration.NONE))
                      .toList(),
                  ModelFiles.sha256(head.toBytes())),
              new BundleCard.Evidence(
                  Optional.of(training(args, language, root)),
                  quality(args[3], language, inputs, head, session),
                  golden(inputs, head, session)));
      Path folder = root.resolve("samples/models").resolve("actions-" + args[0]);
      Bundle.write(folder, card, head);
      Files.copy(adapter, folder.resolve("adapter.safetensors"));
      System.out.println(folder + ": " + card.evidence().quality().heldOut());
    }
  }

  private static BundleCard.Golden golden(
      BundleCard.Inputs inputs, LinearHead head, TextEncoder session) {
    List<BundleCard.Example> examples = new ArrayList<>();
    for (String step : GOLDEN) {
      Slots slots = new Slots("", "", "", "", step);
      Encoded encoded = session.encode(inputs.render(slots)).get(0);
      List<Double> scores = new ArrayList<>();
      for (int d = 0; d < ThinkingAction.values().length; d++) {
        scores.add(Calibration.NONE.score(head.logit(d, encoded.vector())));
      }
      examples.add(new BundleCard.Example(slots, scores));
    }
    return new BundleCard.Golden(TOLERANCE, examples);
  }

  private static Map<String, ActionSample.Row> rows(Language language) throws IOException {
    Map<String, ActionSample.Row> rows = new HashMap<>();
    ActionSample.rows(language == Language.EN ? "o1-open-100" : "jmed-300")
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  private static BundleCard.Training training(String[] args, Language language, Path root)
      throws IOException {
    Map<String, ActionSample.Row> rows = rows(language);
    SortedMap<String, String> hashes = new TreeMap<>();
    int steps = 0;
    for (ActionBench.Labelled label : ActionBench.labels(args[2])) {
      ActionSample.Row row = rows.get(label.id());
      if (row != null) {
        steps++;
        hashes.put(QuestionHash.of(row.question()), row.id());
      }
    }
    if (language == Language.EN) {
      for (ActionTexts.Chain chain : ActionTexts.chains()) {
        steps += chain.steps().size();
        hashes.put(QuestionHash.of(chain.question()), chain.id());
      }
    }
    Path labels = root.resolve("docs/benchmarks/labels/thinking-actions.tsv");
    return new BundleCard.Training(
        "docs/models/actions/train.py, then ActionBundle " + args[0] + " LEARNT " + args[2],
        ModelFiles.sha256(labels),
        steps,
        1,
        List.copyOf(new TreeSet<>(hashes.keySet())));
  }

  /** The figures of the encoder alone; with the words beside it {@link ActionBench} tells them. */
  private static BundleCard.Quality quality(
      String parts,
      Language language,
      BundleCard.Inputs inputs,
      LinearHead head,
      TextEncoder session)
      throws IOException {
    Map<String, ActionSample.Row> rows = rows(language);
    List<Text> texts = new ArrayList<>();
    List<ActionBench.Labelled> labels =
        ActionBench.labels(parts).stream().filter(l -> rows.containsKey(l.id())).toList();
    for (ActionBench.Labelled label : labels) {
      String[] range = label.range().split("-");
      Step step = new Step(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
      String text =
          ActionText.of(Objects.requireNonNull(rows.get(label.id())).cot(), step, language);
      texts.addAll(inputs.render(new Slots("", "", "", "", text)));
    }
    List<Encoded> encoded = session.encode(texts);
    Map<String, Integer> commonest = new HashMap<>();
    SortedMap<String, int[]> byAction = new TreeMap<>();
    int right = 0;
    for (int i = 0; i < labels.size(); i++) {
      int best = 0;
      for (int d = 1; d < ThinkingAction.values().length; d++) {
        float[] vector = encoded.get(i).vector();
        best = head.logit(d, vector) > head.logit(best, vector) ? d : best;
      }
      boolean said = ThinkingAction.values()[best].code().equals(labels.get(i).action());
      right += said ? 1 : 0;
      commonest.merge(labels.get(i).action(), 1, Integer::sum);
      int[] own = byAction.computeIfAbsent(labels.get(i).action(), action -> new int[2]);
      own[0]++;
      own[1] += said ? 1 : 0;
    }
    SortedMap<String, Figures> slices = new TreeMap<>();
    byAction.forEach((action, own) -> slices.put(action, figures(own[0], own[1])));
    int most = commonest.values().stream().mapToInt(n -> n).max().orElseThrow();
    return new BundleCard.Quality(
        figures(labels.size(), right),
        Optional.empty(),
        new TreeMap<>(Map.of("action", slices)),
        new TreeMap<>(Map.of("commonest_action", figures(labels.size(), most))));
  }

  private static Figures figures(int n, int right) {
    return new Figures(n, (double) right / n, OptionalDouble.empty());
  }
}
