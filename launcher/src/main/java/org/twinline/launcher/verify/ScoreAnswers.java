package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.launcher.report.AgreementPage;
import org.twinline.launcher.verify.Scorer.Outcome;
import org.twinline.reward.agreement.Agreement;
import org.twinline.reward.agreement.Calibration;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.LabelledAnswer;
import org.twinline.reward.agreement.Thresholds;
import org.twinline.terminology.Terminology;

/**
 * Scores a file. All files are written beside their places first and put in them when everything
 * has succeeded; of a file with too many unreadable lines only the dead letters stay.
 */
final class ScoreAnswers {
  private final VerifyRequest request;
  private final InputFile input;
  private final Path output;
  private final Terminal terminal;

  ScoreAnswers(VerifyRequest request, InputFile input, Path output, Terminal terminal) {
    this.request = request;
    this.input = input;
    this.output = output;
    this.terminal = terminal;
  }

  /**
   * Scores.
   *
   * @param labels of a file, empty where there is none
   */
  ExitCode run(
      Optional<Terminology> terminology,
      Thresholds thresholds,
      Optional<Map<String, Label>> labels) {
    boolean inLines = labels.isEmpty() && request.outputs().needLabels();
    Scorer scorer = new Scorer(terminology, thresholds, inLines);
    Tally tally = new Tally(labels);
    try (StagedFile scores = new StagedFile(output);
        DeadLetters dead = new DeadLetters(input, output)) {
      scores.begin();
      double seconds = score(scorer, tally, scores, dead);
      VerifySummary summary = new VerifySummary(request, tally, dead, seconds);
      long lines = tally.answers() + dead.count();
      if ((double) dead.count() / Math.max(1, lines) > request.inputs().maxErrorRate()) {
        dead.commit();
        throw new Failure(
            ExitCode.BAD_CONTENT,
            String.format(
                Locale.ROOT,
                "%,d of %,d lines are dead letters, more than --max-error-rate %s allows",
                dead.count(),
                lines,
                request.inputs().maxErrorRate()),
            "see " + dead.place() + "; no scores were written");
      }
      if (lines == 0) {
        terminal.err().println("warning: " + input.path() + " has no lines");
      }
      if (inLines || labels.isPresent()) {
        agreement(terminology, thresholds, tally, summary);
      }
      scores.commit();
      dead.commit();
      summary.print(terminal);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw AnswerFile.broken(input, e);
    }
  }

  private double score(Scorer scorer, Tally tally, StagedFile scores, DeadLetters dead)
      throws IOException {
    try (ScoringProgress progress =
            new ScoringProgress(terminal, request.form().progress(), input.size());
        ScoringPool pool =
            new ScoringPool(
                scorer,
                outcome -> {
                  progress.line();
                  if (outcome instanceof Outcome.Answer answer) {
                    tally.add(answer.scored());
                    scores.line(answer.json());
                  } else if (outcome instanceof Outcome.Dead letter) {
                    dead.add(letter.letter());
                  }
                })) {
      AnswerFile.read(
          input,
          progress::counted,
          new AnswerFile.Sink() {
            @Override
            public void line(Place place, byte[] line) throws IOException {
              pool.give(place, line);
            }

            @Override
            public void malformed(Place place, MalformedRecord fault) throws IOException {
              pool.give(Outcome.Dead.of(place, fault));
            }
          });
      pool.finish();
      return progress.seconds();
    }
  }

  private void agreement(
      Optional<Terminology> terminology, Thresholds thresholds, Tally tally, VerifySummary summary)
      throws IOException {
    List<LabelledAnswer> labelled = tally.labelled();
    if (labelled.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "no answer of " + input.path() + " is labelled; nothing was written",
          "name labels of these ids with --labels, or put a label in each line");
    }
    Agreement agreement = Agreement.of(labelled, thresholds);
    Provenance provenance = Provenance.of(input, request.inputs().labels(), terminology);
    Optional<Calibration> calibration =
        request.outputs().calibrate().map(unused -> calibrate(labelled));
    AgreementJson json = new AgreementJson(request.inputs(), thresholds, tally);
    Map<Place, ObjectNode> texts =
        ExampleTexts.read(input, json.worst(), request.form().examples());
    ObjectNode document = json.document(agreement, calibration, provenance, texts);
    write(request.outputs().reportJson(), () -> Document.text(document));
    write(request.outputs().report(), () -> AgreementPage.render(document));
    if (calibration.isPresent()) {
      write(
          request.outputs().calibrate(),
          () ->
              ThresholdsFile.write(
                  calibration.get(), Checks.calibration(request.calibration()), provenance));
    }
    summary.agreement(agreement, calibration);
  }

  private Calibration calibrate(List<LabelledAnswer> labelled) {
    try {
      return Calibration.of(labelled, Checks.calibration(request.calibration()));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE, e.getMessage() + "; nothing was written", "label more answers", e);
    }
  }

  private static void write(Optional<Path> place, Supplier<String> text) throws IOException {
    if (place.isPresent()) {
      try (StagedFile file = new StagedFile(place.get())) {
        file.text(text.get());
        file.commit();
      }
    }
  }
}
