package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.train.TrainingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code twinline reward …}. */
@Command(
    name = "reward",
    description = {"Trains, judges and calibrates reward and verifier models.", ""},
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n")
final class RewardArguments {

  static CommandLine commandLine(Supplier<Commands> commands) {
    Supplier<RewardActions> actions = () -> commands.get().reward();
    return new CommandLine(new RewardArguments())
        .addSubcommand(new Corrupt(actions))
        .addSubcommand(new Train(actions))
        .addSubcommand(new Evaluate(actions))
        .addSubcommand(new Calibrate(actions));
  }

  /** Where encoders lie and how they are used. */
  private static final class Encoders {
    @Option(
        names = "--encoders",
        paramLabel = "DIR",
        description = "The folder of encoders. Default: that of the installation.")
    private Optional<Path> folder = Optional.empty();

    @Option(
        names = "--cache",
        paramLabel = "DIR",
        description =
            "Keep the vectors of texts there, by hashes of the texts, and use them again. Default:"
                + " none.")
    private Optional<Path> cache = Optional.empty();

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Threads that encode texts. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    RewardActions.Encoding request(List<String> allow) {
      if (threads < 1) {
        throw new Failure(
            ExitCode.USAGE, "illegal --threads: " + threads + ", must be at least 1", "");
      }
      return new RewardActions.Encoding(folder, cache, threads, allow);
    }
  }

  @Command(
      name = "corrupt",
      description = {
        "Makes training rows of good answers: each beside a version that is wrong in one way.",
        "What is swapped comes from the terminology; train and test rows share no phrase.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline reward corrupt --terminology build/terms --input good.jsonl --output pairs.jsonl",
        "  twinline reward corrupt --terminology build/terms --input good.jsonl \\",
        "      --kinds wrong_side,wrong_dose --output pairs.jsonl"
      })
  private static final class Corrupt implements Callable<Integer> {
    private final Supplier<RewardActions> actions;

    @Option(
        names = "--terminology",
        required = true,
        paramLabel = "DIR",
        description = "The folder of an index, the source of near misses.")
    private Path terminology = Path.of("");

    @Option(
        names = "--input",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "JSON lines of questions with good answers, in any form that runs read.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FILE",
        description = "Where to write; must not exist.")
    private Path output = Path.of("");

    @Option(
        names = "--rows",
        paramLabel = "pairs|steps|consistency",
        description =
            "Pairs of answers, chains of thought with a label for each step, or chains of thought"
                + " whose conclusion agrees with the answer or not. Default: pairs.")
    private RewardActions.Rows rows = RewardActions.Rows.PAIRS;

    @Option(
        names = "--kinds",
        split = ",",
        paramLabel = "KIND",
        description = "Kinds of corruption; docs/formats.md lists them. Default: all of answers.")
    private List<String> kinds = new ArrayList<>();

    @Option(
        names = "--per-answer",
        paramLabel = "N",
        description = "Corruptions of an answer at most. Default: 4.")
    private int perAnswer = 4;

    @Option(names = "--seed", paramLabel = "N", description = "Decides every choice. Default: 17.")
    private long seed = 17;

    Corrupt(Supplier<RewardActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions
          .get()
          .corrupt(
              new RewardActions.Corruptions(
                  terminology, inputs, output, rows, Set.copyOf(kinds), perAnswer, seed))
          .number();
    }
  }

  @Command(
      name = "train",
      description = {
        "Trains heads, on a frozen encoder or together with it, and writes them as a bundle with its",
        "held-out figures.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = {
        "  twinline reward train --data pairs.jsonl --kind preference --output models/zh",
        "  twinline reward train --data answers.jsonl --kind verifier --language en \\",
        "      --cache build/vectors --output models/verifier-en",
        "  twinline reward train --data pairs.jsonl --kind preference --fine-tune --output models/own"
      })
  private static final class Train implements Callable<Integer> {
    private final Supplier<RewardActions> actions;

    @Option(
        names = "--data",
        required = true,
        paramLabel = "FILE",
        description = "JSON lines; docs/formats.md lists the keys of each kind.")
    private Path data = Path.of("");

    @Option(
        names = "--kind",
        required = true,
        paramLabel = "K",
        description = "verifier, preference, process or consistency.")
    private BundleCard.Kind kind = BundleCard.Kind.PREFERENCE;

    @Option(
        names = "--output",
        required = true,
        paramLabel = "DIR",
        description = "The bundle's folder; must be absent or empty.")
    private Path output = Path.of("");

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "The bundle's name. Default: its folder's.")
    private Optional<String> name = Optional.empty();

    @Option(
        names = "--language",
        paramLabel = "zh|en",
        description = "Rows of this language are used. Default: zh.")
    private Language language = Language.ZH;

    @Option(
        names = "--encoder",
        paramLabel = "NAME",
        description = "The encoder's folder below --encoders. Default: the language's own.")
    private Optional<String> encoder = Optional.empty();

    @Option(
        names = "--unseen",
        split = ",",
        paramLabel = "KIND",
        description = "Kinds of corruption to hold out altogether.")
    private List<String> unseen = new ArrayList<>();

    @Option(
        names = "--licence",
        paramLabel = "SPDX",
        description = "Of the head. Default: Apache-2.0.")
    private String licence = "Apache-2.0";

    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Decides which questions are held out. Default: 17.")
    private long seed = 17;

    @CommandLine.ArgGroup(exclusive = false)
    private @Nullable FineTuning fineTuning;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @CommandLine.Mixin private Encoders encoders = new Encoders();

    Train(Supplier<RewardActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      RewardActions.Training training =
          new RewardActions.Training(
              data,
              kind,
              output,
              name,
              language,
              encoder,
              licence,
              seed,
              Set.copyOf(unseen),
              Optional.ofNullable(fineTuning).map(FineTuning::settings));
      return actions.get().train(training, encoders.request(List.of()), json).number();
    }
  }

  /** The encoder learns too. */
  private static final class FineTuning {
    private static final TrainingSettings.Tuning USUAL = TrainingSettings.Tuning.DEFAULTS;

    @Option(
        names = "--fine-tune",
        required = true,
        description =
            "Also train the encoder, its embeddings aside; the bundle brings it along (95 MB for"
                + " Chinese, 133 MB for English). Takes minutes for a thousand rows.")
    private boolean asked;

    @Option(
        names = "--epochs",
        paramLabel = "N",
        description = "With --fine-tune: passes over the rows at most. Default: 3.")
    private int epochs = USUAL.epochs();

    @Option(
        names = "--learning-rate",
        paramLabel = "X",
        description = "With --fine-tune: of the encoder. Default: 5e-5.")
    private double learningRate = USUAL.learningRate();

    @Option(
        names = "--layers",
        paramLabel = "N",
        description = "With --fine-tune: so many of the last layers learn. Default: all.")
    private int layers = USUAL.layers();

    @Option(
        names = "--tokens",
        paramLabel = "N",
        description = "With --fine-tune: of a text that is read while training. Default: 256.")
    private int tokens = USUAL.maximumTokens();

    TrainingSettings.Tuning settings() {
      try {
        return new TrainingSettings.Tuning(epochs, learningRate, layers, tokens);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
      }
    }
  }

  /** A bundle and rows to judge it on. */
  private static final class Judged {
    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The folder of a bundle.")
    private Path bundle = Path.of("");

    @Option(
        names = "--data",
        required = true,
        paramLabel = "FILE",
        description = "Labelled rows in the form the bundle was trained on.")
    private Path data = Path.of("");

    @Option(
        names = "--allow",
        split = ",",
        paramLabel = "SHA256",
        description =
            "Let a model.pt of foreign code run, named by its hash; it runs with your rights.")
    private List<String> allow = new ArrayList<>();

    @Option(
        names = "--seen",
        description = "Also use rows of questions that the bundle was trained on.")
    private boolean seen;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @CommandLine.Mixin private Encoders encoders = new Encoders();
  }

  @Command(
      name = "eval",
      description = {"Judges a bundle on labelled rows it was not trained on.", ""},
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer = "  twinline reward eval samples/models/preference-zh --data pairs.jsonl")
  private static final class Evaluate implements Callable<Integer> {
    private final Supplier<RewardActions> actions;

    @CommandLine.Mixin private Judged judged = new Judged();

    Evaluate(Supplier<RewardActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions
          .get()
          .evaluate(
              judged.bundle,
              judged.data,
              judged.seen,
              judged.encoders.request(judged.allow),
              judged.json)
          .number();
    }
  }

  @Command(
      name = "calibrate",
      description = {
        "Writes a bundle anew with scales fitted to labelled rows by isotonic regression.",
        ""
      },
      optionListHeading = "%nOptions:%n",
      footerHeading = "%nExamples:%n",
      footer =
          "  twinline reward calibrate models/verifier --data labelled.jsonl --output models/scaled")
  private static final class Calibrate implements Callable<Integer> {
    private final Supplier<RewardActions> actions;

    @CommandLine.Mixin private Judged judged = new Judged();

    @Option(
        names = "--output",
        required = true,
        paramLabel = "DIR",
        description = "The new bundle's folder; must be absent or empty.")
    private Path output = Path.of("");

    Calibrate(Supplier<RewardActions> actions) {
      this.actions = actions;
    }

    @Override
    public Integer call() {
      return actions
          .get()
          .calibrate(
              judged.bundle,
              judged.data,
              output,
              judged.seen,
              judged.encoders.request(judged.allow),
              judged.json)
          .number();
    }
  }
}
