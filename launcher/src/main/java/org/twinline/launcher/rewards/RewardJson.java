package org.twinline.launcher.rewards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.reward.agreement.Proportion;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.train.BundleEvaluation;
import org.twinline.reward.train.ScoreFigures;
import org.twinline.reward.train.TrainingResult;

/** The documents of {@code --json}. */
final class RewardJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RewardJson() {}

  static void print(Terminal terminal, ObjectNode document) {
    try {
      terminal.out().println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a JSON tree", e);
    }
  }

  static ObjectNode training(TrainingResult result) {
    ObjectNode document = MAPPER.createObjectNode();
    document
        .put("bundle", result.card().identity().name())
        .put("fitted", result.rows().fitted())
        .put("held_out", result.rows().heldOut())
        .put("unused", result.rows().unused())
        .put("texts", result.texts().distinct())
        .put("encoded", result.texts().encoded())
        .put("encoding_seconds", result.times().encoding().toMillis() / 1e3)
        .put("fitting_seconds", result.times().fitting().toMillis() / 1e3);
    ArrayNode fits = document.putArray("fits");
    for (TrainingResult.Fit fit : result.fits()) {
      ObjectNode node = fits.addObject();
      node.put("dimension", fit.dimension()).put("epoch", fit.chosen().epoch());
      if (result.tuning().isEmpty()) {
        node.put("strength", fit.chosen().strength());
      }
      ArrayNode curve = node.putArray("curve");
      fit.curve()
          .forEach(
              epoch ->
                  curve
                      .addObject()
                      .put("training", epoch.trainingLoss())
                      .put("validation", epoch.validationLoss()));
    }
    BundleCard.Quality quality = result.card().evidence().quality();
    put(document.putObject("quality"), quality.heldOut());
    quality
        .crossValidated()
        .ifPresent(figures -> put(document.putObject("cross_validated"), figures));
    result
        .tuning()
        .ifPresent(
            tuning ->
                document
                    .putObject("fine_tuning")
                    .put("weights", tuning.size())
                    .put("cut_texts", tuning.cutTexts()));
    ObjectNode baselines = document.putObject("baselines");
    quality.baselines().forEach((name, figures) -> put(baselines.putObject(name), figures));
    ObjectNode slices = document.putObject("slices");
    quality
        .slices()
        .forEach(
            (slice, byName) -> {
              ObjectNode node = slices.putObject(slice);
              byName.forEach((name, figures) -> put(node.putObject(name), figures));
            });
    return document;
  }

  private static void put(ObjectNode node, Figures figures) {
    node.put("n", figures.n()).put("accuracy", figures.accuracy());
    figures.auc().ifPresent(auc -> node.put("auc", auc));
  }

  static ObjectNode evaluation(BundleEvaluation.Report report) {
    ObjectNode document = MAPPER.createObjectNode();
    document
        .put("rows", report.used())
        .put("trained_on", report.trainedOn())
        .put("unused", report.unused());
    put(document.putObject("all"), report.all());
    ObjectNode slices = document.putObject("slices");
    report
        .slices()
        .forEach(
            (slice, byName) -> {
              ObjectNode node = slices.putObject(slice);
              byName.forEach((name, figures) -> put(node.putObject(name), figures));
            });
    return document;
  }

  private static void put(ObjectNode node, ScoreFigures figures) {
    Proportion.Interval interval = figures.accuracy().wilson().orElseThrow();
    node.put("n", figures.n())
        .put("accuracy", figures.accuracy().value().orElse(0))
        .put("low", interval.low())
        .put("high", interval.high())
        .put("ece", figures.ece());
    figures.auc().ifPresent(auc -> node.put("auc", auc));
    figures.kappa().ifPresent(kappa -> node.put("kappa", kappa));
  }

  static ObjectNode recalibration(BundleEvaluation.Recalibration result) {
    return MAPPER
        .createObjectNode()
        .put("rows", result.rows())
        .put("ece_before", result.eceBefore())
        .put("ece_after", result.eceAfter());
  }
}
