package org.twinline.launcher.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinline.core.Require;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.reward.agreement.CalibrationSettings;

/** Looks at everything a request names before anything is read. */
final class Checks {
  private Checks() {}

  /**
   * Checks that the options fit each other.
   *
   * @throws Failure at the first fault
   */
  static void options(VerifyRequest request) {
    VerifyRequest.Outputs outputs = request.outputs();
    if (request.explain().isPresent()) {
      if (!outputs.files().isEmpty()) {
        throw usage("--explain writes no files", "run twice, once without --explain");
      }
      return;
    }
    if (outputs.scores().isEmpty()) {
      throw usage("nothing to do: neither --output nor --explain is given", "add --output FILE");
    }
    if (outputs.calibrate().isPresent() && request.inputs().thresholds().isPresent()) {
      throw usage("--calibrate chooses thresholds and --thresholds uses some", "give one of them");
    }
    range("--max-error-rate", request.inputs().maxErrorRate());
    if (request.form().examples() < 0) {
      throw usage("illegal --examples: " + request.form().examples() + ", must not be below 0", "");
    }
    calibration(request.calibration());
  }

  private static void range(String name, double value) {
    try {
      Require.inRange(name, value, 0, 1);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()), "");
    }
  }

  /** The settings of a calibration. */
  static CalibrationSettings calibration(VerifyRequest.Chosen chosen) {
    try {
      return new CalibrationSettings(
          chosen.minAcceptPrecision(),
          chosen.minRejectPrecision(),
          chosen.wilson() ? CalibrationSettings.Bound.WILSON : CalibrationSettings.Bound.POINT);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()), "see twinline verify --help");
    }
  }

  /** The input, which must be one readable file. */
  static InputFile input(Path path) {
    try {
      List<InputFile> files = Inputs.resolve(List.of(path.toString()));
      if (files.size() != 1) {
        throw usage(path + " names " + files.size() + " files", "verify one file at a time");
      }
      return files.get(0);
    } catch (UnreadableInput e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    }
  }

  /**
   * Checks that every output can be written, is no input, and is absent or empty unless it may be
   * replaced.
   */
  static void outputs(VerifyRequest request, InputFile input) {
    VerifyRequest.Outputs outputs = request.outputs();
    List<Path> written = new ArrayList<>(outputs.files());
    outputs.scores().map(DeadLetters::of).ifPresent(written::add);
    List<Path> taken = new ArrayList<>();
    taken.add(place(Path.of(input.path())));
    request.inputs().labels().map(Checks::place).ifPresent(taken::add);
    request.inputs().thresholds().map(Checks::place).ifPresent(taken::add);
    for (Path file : written) {
      Path place = place(file);
      if (taken.contains(place)) {
        throw usage(file + " is named twice", "give each input and output a file of its own");
      }
      taken.add(place);
      String name = String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(".gz") || name.endsWith(".zst")) {
        throw usage(file + " would be written as plain text", "leave .gz or .zst out of its name");
      }
      Path folder = place.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw usage("cannot write " + file + ": its directory does not exist", "");
      }
      if (Files.isDirectory(place)) {
        throw usage("cannot write " + file + ": it is a directory", "");
      }
      if (!outputs.overwrite() && occupied(place)) {
        throw usage(file + " is not empty", "name another file, or add --overwrite");
      }
    }
  }

  private static Path place(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static boolean occupied(Path file) {
    try {
      return Files.exists(file) && Files.size(file) > 0;
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "cannot look at " + file + ": " + e, "", e);
    }
  }

  private static Failure usage(String message, String hint) {
    return new Failure(ExitCode.USAGE, message, hint);
  }
}
