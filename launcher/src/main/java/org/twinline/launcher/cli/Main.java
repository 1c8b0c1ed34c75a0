package org.twinline.launcher.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twinline.launcher.job.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code twinline} command. */
public final class Main {
  private final Function<Terminal, Commands> commands;
  private final Terminal terminal;

  /**
   * A command line.
   *
   * @param commands makes what the commands do; called only when one runs
   */
  public Main(Function<Terminal, Commands> commands, Terminal terminal) {
    this.commands = commands;
    this.terminal = terminal;
  }

  /** Runs a command and returns its exit code. */
  public int run(String... arguments) {
    Arguments top = new Arguments();
    CommandLine line = Arguments.commandLine(top, () -> commands.apply(terminal), terminal);
    line.getCommandSpec().versionProvider(() -> new String[] {"twinline " + version()});
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpAutoWidth(false).setUsageHelpWidth(96);
    line.setParameterExceptionHandler((e, unused) -> usage(e));
    line.setExecutionExceptionHandler((e, command, parsed) -> ended(e, top.verbose()).number());
    try {
      return line.execute(arguments);
    } catch (Throwable e) { // the last resort: an Error must not end with the code of a gate
      return ended(e, true).number();
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static String version() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private ExitCode ended(Throwable e, boolean verbose) {
    ExitCode exitCode = ExitCode.RUNNER_FAILED;
    if (e instanceof Failure failure) {
      terminal.error(Objects.requireNonNullElse(failure.getMessage(), "unknown"));
      failure.hint().ifPresent(terminal::hint);
      exitCode = failure.exitCode();
    } else {
      @Nullable String message = e.getMessage();
      String kind = e.getClass().getSimpleName();
      terminal.error("unexpected " + kind + (message == null ? "" : ": " + message));
      if (!verbose) {
        terminal.hint("run again with --verbose to see where");
      }
    }
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
    return exitCode;
  }

  private int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    terminal.error(message(e, command));
    terminal.hint(command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private static String message(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-")) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return "unknown option '" + name + "'" + asked(name, options(command));
      }
      if (!command.getSubcommands().isEmpty()) {
        List<String> known = List.copyOf(command.getSubcommands().keySet());
        return "unknown command '" + word + "'" + asked(word, known);
      }
      return "one argument too many: '" + word + "'";
    }
    if (e.getArgSpec() != null
        && e.getValue() != null
        && e.getArgSpec().auxiliaryTypes().length > 0
        && e.getArgSpec().auxiliaryTypes()[0].isEnum()
        && e.getArgSpec().converters().length == 0) {
      return notOneOf(e.getArgSpec(), e.getValue());
    }
    String message = Objects.requireNonNullElse(e.getMessage(), "wrong usage");
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /** A word that is none of an enum's, which are written in lower case. */
  private static String notOneOf(ArgSpec argument, String value) {
    List<String> known =
        Stream.of(argument.auxiliaryTypes()[0].getEnumConstants())
            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
            .toList();
    String name =
        argument instanceof OptionSpec option
            ? "option '" + option.longestName() + "'"
            : "'" + argument.paramLabel() + "'";
    return "invalid value for "
        + name
        + ": '"
        + value
        + "' is not one of "
        + String.join(", ", known)
        + Suggestion.of(value, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .filter(name -> name.startsWith("--"))
        .toList();
  }

  private static String asked(String word, List<String> known) {
    Optional<String> near = Suggestion.of(word, known);
    return near.map(name -> "; did you mean '" + name + "'?")
        .orElse("; known are: " + String.join(", ", known));
  }
}
