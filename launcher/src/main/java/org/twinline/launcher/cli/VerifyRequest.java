package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code twinline verify} is asked for.
 *
 * @param explain the id whose answers are explained instead of writing anything
 */
public record VerifyRequest(
    Inputs inputs, Outputs outputs, Chosen calibration, Optional<String> explain, Form form) {

  /**
   * What is read.
   *
   * @param terminology a folder; names alone are compared without it
   * @param thresholds a file that an earlier calibration wrote
   * @param labels what people say of the answers; {@code label} in the answers' own lines without
   *     it
   * @param maxErrorRate the greatest share of lines that may be unreadable, in [0,1]
   */
  public record Inputs(
      Path answers,
      Optional<Path> terminology,
      Optional<Path> thresholds,
      Optional<Path> labels,
      double maxErrorRate) {}

  /**
   * What is written.
   *
   * @param report the agreement as a page
   * @param reportJson the agreement as JSON
   * @param calibrate the thresholds that are chosen from the labels
   * @param overwrite whether files that are there are replaced
   */
  public record Outputs(
      Optional<Path> scores,
      Optional<Path> report,
      Optional<Path> reportJson,
      Optional<Path> calibrate,
      boolean overwrite) {

    /** All files that are named. */
    public List<Path> files() {
      return Stream.of(scores, report, reportJson, calibrate).flatMap(Optional::stream).toList();
    }

    /** Whether something is asked for that needs labels. */
    public boolean needLabels() {
      return report.isPresent() || reportJson.isPresent() || calibrate.isPresent();
    }
  }

  /**
   * What chosen thresholds must hold.
   *
   * @param minAcceptPrecision in (0,1]
   * @param minRejectPrecision in (0,1]
   * @param wilson whether the lower end of the Wilson interval must reach them
   */
  public record Chosen(double minAcceptPrecision, double minRejectPrecision, boolean wilson) {}

  /**
   * How it is shown.
   *
   * @param json whether standard output holds one JSON document and nothing else
   * @param examples how many of the worst cases are shown with their text in the report
   */
  public record Form(boolean json, int examples, ProgressMode progress) {}
}
