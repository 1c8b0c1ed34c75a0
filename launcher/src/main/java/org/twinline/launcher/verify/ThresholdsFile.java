package org.twinline.launcher.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.triple.AnswerKind;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.reward.agreement.Band;
import org.twinline.reward.agreement.Calibration;
import org.twinline.reward.agreement.CalibrationSettings;
import org.twinline.reward.agreement.Counts;
import org.twinline.reward.agreement.CurvePoint;
import org.twinline.reward.agreement.Thresholds;

/** The file of chosen thresholds: written whole, read back for what decides. */
final class ThresholdsFile {
  static final int FORMAT_VERSION = 1;

  private ThresholdsFile() {}

  /** The file's content. */
  static String write(
      Calibration calibration, CalibrationSettings settings, Provenance provenance) {
    ObjectNode file = Document.object();
    file.put("format_version", FORMAT_VERSION);
    file.put("min_accept_precision", settings.acceptPrecision());
    file.put("min_reject_precision", settings.rejectPrecision());
    file.put("bound", Scored.word(settings.bound()));
    provenance.put(file);
    put(file.putObject("overall"), calibration.overall());
    ObjectNode kinds = file.putObject("kinds");
    calibration.kinds().forEach((kind, choice) -> put(kinds.putObject(Scored.word(kind)), choice));
    file.set("figures", figures(calibration));
    ObjectNode curves = file.putObject("curves");
    put(curves.putObject("overall"), calibration.overall().curve());
    calibration
        .kinds()
        .forEach((kind, choice) -> put(curves.putObject(Scored.word(kind)), choice.curve()));
    return Document.text(file);
  }

  /** The figures on the same answers and on held-out ones. */
  static ObjectNode figures(Calibration calibration) {
    ObjectNode figures = Document.object();
    figures.set("resubstitution", FiguresJson.of(calibration.resubstitution()));
    figures.set("cross_fitted", FiguresJson.of(calibration.crossFitted()));
    return figures;
  }

  private static void put(ObjectNode node, Calibration.Choice choice) {
    FiguresJson.put(node, choice.band());
    node.put("own", choice.own()).put("right", choice.right()).put("wrong", choice.wrong());
  }

  /** The curve as columns of equal length. */
  private static void put(ObjectNode node, List<CurvePoint> curve) {
    ArrayNode threshold = node.putArray("threshold");
    ArrayNode accepted = node.putArray("accepted");
    ArrayNode rejected = node.putArray("rejected");
    ArrayNode unsure = node.putArray("unsure");
    ArrayNode falseAccepts = node.putArray("false_accepts");
    ArrayNode falseRejects = node.putArray("false_rejects");
    for (CurvePoint point : curve) {
      Counts.Row right = point.counts().right();
      Counts.Row wrong = point.counts().wrong();
      threshold.add(point.threshold());
      accepted.add(right.accepted() + wrong.accepted());
      rejected.add(right.rejected() + wrong.rejected());
      unsure.add(right.unsure() + wrong.unsure());
      falseAccepts.add(wrong.accepted());
      falseRejects.add(right.rejected());
    }
  }

  /**
   * What a file says.
   *
   * @param terminology content hash of the terminology that was used, empty without one
   */
  record Read(Thresholds thresholds, Optional<String> terminology) {}

  /**
   * Reads a file back.
   *
   * @throws Failure if it cannot be read, is no such file, or was chosen for other rules
   */
  static Read read(Path path) {
    try {
      JsonNode file = Document.MAPPER.readTree(Files.readAllBytes(path));
      if (file.path("format_version").asInt() != FORMAT_VERSION) {
        throw unfit(path, "format_version must be " + FORMAT_VERSION);
      }
      JsonNode settings = Document.MAPPER.valueToTree(Scorer.SETTINGS);
      if (!file.path("settings").equals(settings)) {
        throw unfit(path, "settings are not those of the rules, which score differently now");
      }
      Band overall = band(path, "overall", file.path("overall"));
      SortedMap<AnswerKind, Band> kinds = new TreeMap<>();
      for (Map.Entry<String, JsonNode> kind : file.path("kinds").properties()) {
        Band band = band(path, "kinds." + kind.getKey(), kind.getValue());
        if (kind.getValue().path("own").asBoolean()) {
          kinds.put(kind(path, kind.getKey()), band);
        }
      }
      JsonNode hash = file.path("terminology_content_hash");
      return new Read(
          new Thresholds(overall, kinds),
          hash.isTextual() ? Optional.of(hash.textValue()) : Optional.empty());
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.USAGE, "cannot read " + path + ": no such file", "", e);
    } catch (JsonProcessingException e) {
      throw new Failure(
          ExitCode.USAGE,
          "%s:%d:%d: not JSON"
              .formatted(path, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          "name a file that twinline verify --calibrate wrote",
          e);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "cannot read " + path + ": " + e, "", e);
    }
  }

  private static AnswerKind kind(Path path, String word) {
    for (AnswerKind kind : AnswerKind.values()) {
      if (Scored.word(kind).equals(word)) {
        return kind;
      }
    }
    throw unfit(path, "kinds has an unknown kind of answer");
  }

  private static Band band(Path path, String where, JsonNode node) {
    try {
      return new Band(
          threshold(path, where, node, "accept"), threshold(path, where, node, "reject"));
    } catch (IllegalArgumentException e) {
      throw unfit(path, where + ": " + e.getMessage());
    }
  }

  private static OptionalDouble threshold(Path path, String where, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return OptionalDouble.of(value.doubleValue());
    }
    if (!value.isNull()) {
      throw unfit(path, where + "." + name + " must be a number or null");
    }
    return OptionalDouble.empty();
  }

  private static Failure unfit(Path path, String what) {
    return new Failure(
        ExitCode.USAGE,
        path + ": " + what,
        "choose thresholds again with twinline verify --labels FILE --calibrate FILE");
  }
}
