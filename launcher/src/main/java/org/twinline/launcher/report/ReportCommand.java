package org.twinline.launcher.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.report.Comparison.Side;

/** {@code twinline report}: renders the page of a finished run again, also against another run. */
public final class ReportCommand {
  /** Beside {@code report.html}, which stays the page of the run alone. */
  static final String AGAINST_FILE = "report-against.html";

  private static final String MANIFEST_FILE = "manifest.json";

  private final Terminal terminal;

  /** A command that writes to a terminal. */
  public ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Writes the page and prints its place.
   *
   * @param against the run it is held against
   * @param output where to write; else {@code report.html}, or {@code report-against.html}, in the
   *     run
   * @throws Failure if a run has no report this version reads, or the page cannot be written there
   *     (usage), or the disk fails
   */
  public ExitCode report(Path run, Optional<Path> against, Optional<Path> output) {
    Side here = side(run);
    Optional<Comparison> comparison = against.map(other -> new Comparison(here, side(other)));
    String own = comparison.isPresent() ? AGAINST_FILE : ReportPage.HTML_FILE;
    Path target = output.orElseGet(() -> run.resolve(own));
    check(target);
    byte[] page = ReportPage.render(here.report(), comparison).getBytes(StandardCharsets.UTF_8);
    try {
      Path parent = target.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      ReportPage.replace(target, page);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "the page could not be written: " + e,
          "look at space and rights of " + target + ", or name another file: --output FILE",
          e);
    }
    terminal.out().println(Inert.line(target.toString()));
    return ExitCode.DONE;
  }

  /** A page replaces a page, and nothing else. */
  private static void check(Path target) {
    if (Files.isDirectory(target)) {
      throw new Failure(
          ExitCode.USAGE,
          "not a file but a folder: " + target,
          "name the page's file: --output FILE.html");
    }
    String name = target.toString().toLowerCase(Locale.ROOT);
    if (Files.exists(target) && !name.endsWith(".html") && !name.endsWith(".htm")) {
      throw new Failure(
          ExitCode.USAGE,
          "there is a file already that is no page: " + target,
          "name the page's file: --output FILE.html");
    }
  }

  private static Side side(Path run) {
    JsonNode report = read(run, run.resolve(ReportPage.JSON_FILE));
    try {
      ReportPage.requireReport(report);
    } catch (IllegalArgumentException e) {
      throw unfit(run.resolve(ReportPage.JSON_FILE), e);
    }
    Path manifest = run.resolve(MANIFEST_FILE);
    return new Side(
        run.toString(),
        report,
        Files.exists(manifest) ? read(run, manifest) : DifferenceSettings.NOTHING);
  }

  private static JsonNode read(Path run, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          ExitCode.USAGE,
          Files.isDirectory(run)
              ? "not a finished run: " + run + " has no " + file.getFileName()
              : "no such run: " + run,
          "name the folder that a run wrote, its output.directory");
    }
    try {
      return ReportPage.json(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw unfit(file, e);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED, "cannot read " + file + ": " + e, "look at its rights", e);
    }
  }

  /** A parser's message is not told: it may quote a record. */
  private static Failure unfit(Path file, Exception cause) {
    String why = cause instanceof JsonProcessingException ? "it is no JSON" : cause.getMessage();
    return new Failure(
        ExitCode.USAGE, "cannot use " + file + ": " + why, "run the job again to write it anew");
  }
}
