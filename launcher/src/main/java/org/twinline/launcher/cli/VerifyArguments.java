package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments of {@code twinline verify}. */
@Command(
    name = "verify",
    description = {
      "Scores answers against their references by rule.",
      "With labels it tells how far the verdicts agree with people, and chooses thresholds.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline verify --terminology build/terms --input answers.jsonl --output scores.jsonl",
      "  twinline verify --terminology build/terms --input answers.jsonl --explain q17",
      "  twinline verify --terminology build/terms --input answers.jsonl --output scores.jsonl \\",
      "      --labels labels.jsonl --report agreement.html --calibrate thresholds.json"
    })
final class VerifyArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "F",
      description =
          "JSON lines with id, answer and references, optionally question, task, answer_kind and"
              + " options; plain, .gz or .zst.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "G",
      description =
          "JSON lines with id, score, verdict, answer_kind, matched and explanation, in the order"
              + " of the input. Unreadable lines go to G.dead-letters.jsonl.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--terminology",
      paramLabel = "DIR",
      description = "The folder of an index. Default: none, entities are compared as names.")
  private Optional<Path> terminology = Optional.empty();

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description = "Thresholds that --calibrate wrote. Default: those of the rules.")
  private Optional<Path> thresholds = Optional.empty();

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Explain the answers of this id on standard output and write nothing.")
  private Optional<String> explain = Optional.empty();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "JSON lines with id and label: right or wrong. Default: label in the lines of the input,"
              + " where a report or calibration is asked for.")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the agreement with the labels as a page.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--report-json",
      paramLabel = "FILE",
      description = "Write the agreement with the labels as JSON.")
  private Optional<Path> reportJson = Optional.empty();

  @Option(
      names = "--examples",
      paramLabel = "N",
      description =
          "Show the text of up to N of the worst cases of each side in the report. Default: 0.")
  private int examples = 0;

  @Option(
      names = "--calibrate",
      paramLabel = "FILE",
      description = "Choose thresholds from the labels and write them.")
  private Optional<Path> calibrate = Optional.empty();

  @Option(
      names = "--min-accept-precision",
      paramLabel = "P",
      description = "What --calibrate holds: the share of right answers among the accepted. 0.97.")
  private double acceptPrecision = 0.97;

  @Option(
      names = "--min-reject-precision",
      paramLabel = "P",
      description = "The same of wrong answers among the rejected. Default: 0.97.")
  private double rejectPrecision = 0.97;

  @Option(
      names = "--wilson",
      description =
          "Hold the lower end of the 95 %% interval of each precision against its minimum, not the"
              + " share itself.")
  private boolean wilson;

  @Option(
      names = "--max-error-rate",
      paramLabel = "R",
      description = "The greatest share of unreadable lines. Default: 0.01.")
  private double maxErrorRate = 0.01;

  @Option(names = "--overwrite", description = "Replace files that are there.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @CommandLine.Mixin private Arguments.Progress progress = new Arguments.Progress();

  VerifyArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands
        .get()
        .verify(
            new VerifyRequest(
                new VerifyRequest.Inputs(input, terminology, thresholds, labels, maxErrorRate),
                new VerifyRequest.Outputs(output, report, reportJson, calibrate, overwrite),
                new VerifyRequest.Chosen(acceptPrecision, rejectPrecision, wilson),
                explain,
                new VerifyRequest.Form(json, examples, progress.mode())))
        .number();
  }
}
