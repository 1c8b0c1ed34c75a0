package org.twinline.launcher.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.io.InputFile;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.Thresholds;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyException;

/** {@code twinline verify}. */
public final class VerifyCommand {
  private final Terminal terminal;

  /** A command that writes to a terminal. */
  public VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Scores answers and writes what was asked for, or explains those of one id.
   *
   * @throws Failure if the request is not fit, or too many lines cannot be read
   */
  public ExitCode run(VerifyRequest request) {
    Checks.options(request);
    InputFile input = Checks.input(request.inputs().answers());
    Checks.outputs(request, input);
    Optional<ThresholdsFile.Read> chosen = request.inputs().thresholds().map(ThresholdsFile::read);
    Optional<Map<String, Label>> labels = request.inputs().labels().map(Labels::read);
    Optional<Path> index = request.inputs().terminology();
    if (index.isEmpty()) {
      return run(request, input, Optional.empty(), chosen, labels);
    }
    try (Terminology terminology = Terminology.open(index.get())) {
      return run(request, input, Optional.of(terminology), chosen, labels);
    } catch (TerminologyException e) {
      throw new Failure(
          ExitCode.USAGE,
          String.valueOf(e.getMessage()),
          "make an index with: twinline terminology build --out DIR --source FORMAT:PATH",
          e);
    }
  }

  private ExitCode run(
      VerifyRequest request,
      InputFile input,
      Optional<Terminology> terminology,
      Optional<ThresholdsFile.Read> chosen,
      Optional<Map<String, Label>> labels) {
    chosen.ifPresent(file -> warn(file, terminology));
    Thresholds thresholds =
        chosen.map(ThresholdsFile.Read::thresholds).orElseGet(() -> Thresholds.of(Scorer.SETTINGS));
    if (request.explain().isPresent()) {
      Scorer scorer = new Scorer(terminology, thresholds, false);
      try (ExplainAnswers explain =
          new ExplainAnswers(
              input, scorer, request.explain().get(), request.form().json(), terminal.out())) {
        return explain.run();
      } catch (IOException e) {
        throw AnswerFile.broken(input, e);
      }
    }
    Path output = request.outputs().scores().orElseThrow();
    return new ScoreAnswers(request, input, output, terminal).run(terminology, thresholds, labels);
  }

  /** Thresholds go with the scores they were chosen from, and these with the terminology. */
  private void warn(ThresholdsFile.Read file, Optional<Terminology> terminology) {
    if (!file.terminology().equals(terminology.map(t -> t.description().contentHash()))) {
      terminal
          .err()
          .println(
              "warning: the thresholds were chosen with another terminology; choose them again");
    }
  }
}
