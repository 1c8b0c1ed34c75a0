package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.twinline.core.export.Trainer;
import org.twinline.launcher.job.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline export}. */
@Command(
    name = "export",
    description = {
      "Makes files from a finished run that trainers load unchanged.",
      "A job does the same at its end with output.exports.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  twinline export out/demo --to trl --out train",
      "  twinline export out/demo --to verl,llama-factory --out train"
    })
final class ExportArguments implements Callable<Integer> {
  private final Supplier<Commands> commands;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a finished run.")
  private Path run = Path.of("");

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "TRAINER",
      converter = TrainerWord.class,
      description = "verl, trl or llama-factory; several with commas between them.")
  private List<Trainer> trainers = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write, a folder for each trainer: must not exist yet, or be empty.")
  private Path out = Path.of("");

  ExportArguments(Supplier<Commands> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    return commands.get().export(run, EnumSet.copyOf(trainers), out).number();
  }

  /** Reads a trainer's word. */
  private static final class TrainerWord implements ITypeConverter<Trainer> {
    @Override
    public Trainer convert(String word) {
      return Stream.of(Trainer.values())
          .filter(trainer -> trainer.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new CommandLine.TypeConversionException(unknown(word)));
    }

    private static String unknown(String word) {
      List<String> known = Arrays.stream(Trainer.values()).map(Trainer::word).toList();
      return "unknown trainer '"
          + word
          + "'"
          + Suggestion.of(word, known)
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("; known are: " + String.join(", ", known));
    }
  }
}
