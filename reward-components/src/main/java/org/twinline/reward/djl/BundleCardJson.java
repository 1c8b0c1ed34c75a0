package org.twinline.reward.djl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.triple.Language;

/** The form of {@code card.json}, version 2. */
final class BundleCardJson {
  private static final int FORMAT = 2;
  private static final int MAXIMUM_BYTES = 64 * 1024 * 1024;
  private static final String SCALE = "sigmoid";
  static final String REMEDY = "restore the bundle or train it again";

  private BundleCardJson() {}

  static BundleCard read(Path bundle) {
    Path file = bundle.resolve(BundleCard.FILE);
    JsonFields json =
        JsonFields.parse(
            ModelFiles.read(file, MAXIMUM_BYTES, REMEDY),
            message -> new UnusableModel("Cannot use " + file + ": " + message + "; " + REMEDY));
    try {
      json.integer("format", FORMAT, FORMAT);
      BundleCard card =
          new BundleCard(
              identity(json), encoder(json), inputs(json), outputs(json), evidence(json));
      json.end();
      return card;
    } catch (IllegalArgumentException e) {
      throw new UnusableModel("Cannot use " + file + ": " + e.getMessage() + "; " + REMEDY, e);
    }
  }

  private static BundleCard.Identity identity(JsonFields json) {
    Set<Language> languages = new LinkedHashSet<>();
    for (String language : json.texts("languages")) {
      languages.add(
          switch (language) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw json.invalid("languages", "of zh, en");
          });
    }
    BundleCard.Kind kind =
        switch (json.text("kind")) {
          case "verifier" -> BundleCard.Kind.VERIFIER;
          case "preference" -> BundleCard.Kind.PREFERENCE;
          case "process" -> BundleCard.Kind.PROCESS;
          case "consistency" -> BundleCard.Kind.CONSISTENCY;
          case "actions" -> BundleCard.Kind.ACTIONS;
          default ->
              throw json.invalid("kind", "verifier, preference, process, consistency or actions");
        };
    return new BundleCard.Identity(json.text("name"), kind, json.text("licence"), languages);
  }

  private static EncoderRef encoder(JsonFields json) {
    JsonFields encoder = json.object("encoder");
    EncoderRef ref =
        new EncoderRef(
            encoder.text("name"),
            new EncoderCard.Hashes(encoder.text("model_sha256"), encoder.text("tokenizer_sha256")));
    encoder.end();
    return ref;
  }

  private static BundleCard.Inputs inputs(JsonFields json) {
    JsonFields inputs = json.object("inputs");
    Features features =
        switch (inputs.text("features")) {
          case "pair" -> Features.PAIR;
          case "pair_overlap" -> Features.PAIR_OVERLAP;
          case "single" -> Features.SINGLE;
          default -> throw inputs.invalid("features", "pair, pair_overlap or single");
        };
    Text.Truncation truncation =
        switch (inputs.text("truncation")) {
          case "right" -> Text.Truncation.RIGHT;
          case "left" -> Text.Truncation.LEFT;
          case "chunks" -> Text.Truncation.CHUNKS;
          default -> throw inputs.invalid("truncation", "right, left or chunks");
        };
    BundleCard.Inputs result =
        new BundleCard.Inputs(
            inputs.texts("templates").stream().map(Template::parse).toList(),
            features,
            inputs.integer("maximum_tokens", 3, 512),
            truncation);
    inputs.end();
    return result;
  }

  private static BundleCard.Outputs outputs(JsonFields json) {
    JsonFields outputs = json.object("outputs");
    if (!outputs.text("scale").equals(SCALE)) {
      throw outputs.invalid("scale", SCALE);
    }
    List<BundleCard.Dimension> dimensions = new ArrayList<>();
    for (JsonFields dimension : outputs.objects("dimensions")) {
      dimensions.add(
          new BundleCard.Dimension(
              dimension.text("name"), calibration(dimension.object("calibration"))));
      dimension.end();
    }
    BundleCard.Outputs result = new BundleCard.Outputs(dimensions, outputs.text("head_sha256"));
    outputs.end();
    return result;
  }

  private static Calibration calibration(JsonFields json) {
    Calibration calibration =
        switch (json.text("kind")) {
          case "none" -> Calibration.NONE;
          case "platt" -> new Calibration.Platt(json.number("a"), json.number("b"));
          case "isotonic" ->
              new Calibration.Isotonic(json.numbers("logits"), json.numbers("scores"));
          default -> throw json.invalid("kind", "none, platt or isotonic");
        };
    json.end();
    return calibration;
  }

  private static BundleCard.Evidence evidence(JsonFields json) {
    JsonFields quality = json.object("quality");
    BundleCard.Quality figures =
        new BundleCard.Quality(
            figures(quality.object("held_out")),
            quality.has("cross_validated")
                ? Optional.of(figures(quality.object("cross_validated")))
                : Optional.empty(),
            slices(quality.object("slices")),
            byName(quality.object("baselines")));
    quality.end();
    JsonFields golden = json.object("golden");
    List<BundleCard.Example> examples = new ArrayList<>();
    for (JsonFields example : golden.objects("examples")) {
      examples.add(
          new BundleCard.Example(
              new Slots(
                  example.text("question"),
                  example.text("reference"),
                  example.text("answer"),
                  example.text("cot"),
                  example.text("step")),
              example.numbers("scores")));
      example.end();
    }
    BundleCard.Golden checks = new BundleCard.Golden(golden.number("tolerance"), examples);
    golden.end();
    return new BundleCard.Evidence(
        json.has("training") ? Optional.of(training(json.object("training"))) : Optional.empty(),
        figures,
        checks);
  }

  private static BundleCard.Training training(JsonFields json) {
    BundleCard.Training training =
        new BundleCard.Training(
            json.text("command"),
            json.text("data_sha256"),
            json.integer("rows", 1, Integer.MAX_VALUE),
            json.longInteger("seed"),
            json.texts("question_hashes"));
    json.end();
    return training;
  }

  private static SortedMap<String, SortedMap<String, Figures>> slices(JsonFields json) {
    SortedMap<String, SortedMap<String, Figures>> slices = new TreeMap<>();
    json.keys().forEach(name -> slices.put(name, byName(json.object(name))));
    json.end();
    return slices;
  }

  private static SortedMap<String, Figures> byName(JsonFields json) {
    SortedMap<String, Figures> figures = new TreeMap<>();
    json.keys().forEach(name -> figures.put(name, figures(json.object(name))));
    json.end();
    return figures;
  }

  private static Figures figures(JsonFields json) {
    OptionalDouble auc =
        json.has("auc") ? OptionalDouble.of(json.number("auc")) : OptionalDouble.empty();
    Figures figures =
        new Figures(json.integer("n", 1, Integer.MAX_VALUE), json.number("accuracy"), auc);
    json.end();
    return figures;
  }

  static byte[] write(BundleCard card) {
    ObjectNode json = JsonFields.newObject();
    json.put("format", FORMAT);
    json.put("name", card.identity().name());
    json.put("kind", lower(card.identity().kind()));
    json.put("licence", card.identity().licence());
    ArrayNode languages = json.putArray("languages");
    card.identity().languages().forEach(language -> languages.add(lower(language)));
    ObjectNode encoder = json.putObject("encoder");
    encoder.put("name", card.encoder().name());
    encoder.put("model_sha256", card.encoder().files().model());
    encoder.put("tokenizer_sha256", card.encoder().files().tokenizer());
    ObjectNode inputs = json.putObject("inputs");
    ArrayNode templates = inputs.putArray("templates");
    card.inputs().templates().forEach(template -> templates.add(template.toString()));
    inputs.put("features", card.inputs().features().key());
    inputs.put("maximum_tokens", card.inputs().maximumTokens());
    inputs.put("truncation", lower(card.inputs().truncation()));
    ObjectNode outputs = json.putObject("outputs");
    outputs.put("scale", SCALE);
    ArrayNode dimensions = outputs.putArray("dimensions");
    for (BundleCard.Dimension dimension : card.outputs().dimensions()) {
      ObjectNode item = dimensions.addObject();
      item.put("name", dimension.name());
      putCalibration(item.putObject("calibration"), dimension.calibration());
    }
    outputs.put("head_sha256", card.outputs().headSha256());
    putEvidence(json, card.evidence());
    return JsonFields.write(json);
  }

  private static void putCalibration(ObjectNode json, Calibration calibration) {
    if (calibration.equals(Calibration.NONE)) {
      json.put("kind", "none");
    } else if (calibration instanceof Calibration.Platt platt) {
      json.put("kind", "platt").put("a", platt.a()).put("b", platt.b());
    } else if (calibration instanceof Calibration.Isotonic isotonic) {
      json.put("kind", "isotonic");
      ArrayNode logits = json.putArray("logits");
      isotonic.logits().forEach(logits::add);
      ArrayNode scores = json.putArray("scores");
      isotonic.scores().forEach(scores::add);
    }
  }

  private static void putEvidence(ObjectNode json, BundleCard.Evidence evidence) {
    evidence.training().ifPresent(training -> putTraining(json.putObject("training"), training));
    ObjectNode quality = json.putObject("quality");
    putFigures(quality.putObject("held_out"), evidence.quality().heldOut());
    evidence
        .quality()
        .crossValidated()
        .ifPresent(figures -> putFigures(quality.putObject("cross_validated"), figures));
    ObjectNode slices = quality.putObject("slices");
    evidence
        .quality()
        .slices()
        .forEach((name, figures) -> putFigures(slices.putObject(name), figures));
    putFigures(quality.putObject("baselines"), evidence.quality().baselines());
    ObjectNode golden = json.putObject("golden");
    golden.put("tolerance", evidence.golden().tolerance());
    ArrayNode examples = golden.putArray("examples");
    for (BundleCard.Example example : evidence.golden().examples()) {
      ObjectNode item = examples.addObject();
      item.put("question", example.slots().question());
      item.put("reference", example.slots().reference());
      item.put("answer", example.slots().answer());
      item.put("cot", example.slots().cot());
      item.put("step", example.slots().step());
      ArrayNode scores = item.putArray("scores");
      example.scores().forEach(scores::add);
    }
  }

  private static void putTraining(ObjectNode json, BundleCard.Training training) {
    json.put("command", training.command());
    json.put("data_sha256", training.dataSha256());
    json.put("rows", training.rows());
    json.put("seed", training.seed());
    ArrayNode hashes = json.putArray("question_hashes");
    training.questionHashes().forEach(hashes::add);
  }

  private static void putFigures(ObjectNode json, SortedMap<String, Figures> byName) {
    byName.forEach((name, figures) -> putFigures(json.putObject(name), figures));
  }

  private static void putFigures(ObjectNode json, Figures figures) {
    json.put("n", figures.n());
    json.put("accuracy", figures.accuracy());
    figures.auc().ifPresent(auc -> json.put("auc", auc));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
