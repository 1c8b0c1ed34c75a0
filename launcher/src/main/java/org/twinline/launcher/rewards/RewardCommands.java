package org.twinline.launcher.rewards;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.RewardActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.reward.train.TrainingSettings;
import org.twinline.terminology.TerminologyException;

/** {@code twinline reward …}. */
public final class RewardCommands implements RewardActions {
  private final Terminal terminal;
  private final Path encoders;

  /**
   * Commands that write to a terminal.
   *
   * @param encoders where encoders lie unless a command says otherwise
   */
  public RewardCommands(Terminal terminal, Path encoders) {
    this.terminal = terminal;
    this.encoders = encoders;
  }

  @Override
  public ExitCode corrupt(Corruptions corruptions) {
    return guarded(() -> new CorruptAnswers(terminal).run(corruptions));
  }

  @Override
  public ExitCode train(Training training, Encoding encoding, boolean json) {
    return guarded(() -> new TrainBundle(terminal, json).run(training, settings(encoding)));
  }

  @Override
  public ExitCode evaluate(Path bundle, Path data, boolean seen, Encoding encoding, boolean json) {
    return guarded(
        () -> new EvaluateBundle(terminal, json).run(bundle, data, seen, settings(encoding)));
  }

  @Override
  public ExitCode calibrate(
      Path bundle, Path data, Path output, boolean seen, Encoding encoding, boolean json) {
    return guarded(
        () ->
            new CalibrateBundle(terminal, json)
                .run(bundle, data, output, seen, settings(encoding)));
  }

  /** The encoder itself is named by language or bundle. */
  private TrainingSettings.Encoding settings(Encoding encoding) {
    return new TrainingSettings.Encoding(
        Encoders.in(encoding.folder().orElse(encoders)).allowing(encoding.allow()),
        "",
        encoding.cache(),
        encoding.threads());
  }

  /** What the user named and cannot be used ends with 2, a disk that fails with 4. */
  private static ExitCode guarded(Supplier<ExitCode> command) {
    try {
      return command.get();
    } catch (UnusableModel | TerminologyException | IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, lower(e), "", e);
    } catch (UncheckedIOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, lower(e) + ": " + e.getCause(), "", e);
    }
  }

  private static String lower(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
  }
}
