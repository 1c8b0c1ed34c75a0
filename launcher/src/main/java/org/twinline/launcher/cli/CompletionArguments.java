package org.twinline.launcher.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code twinline completion}: a script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = {"Prints a script that completes commands and options in bash or zsh.", ""},
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(twinline completion bash)",
      "  echo 'source <(twinline completion zsh)' >> ~/.zshrc"
    })
final class CompletionArguments implements Callable<Integer> {
  /** The shells whose completion is known. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Terminal terminal;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  @SuppressWarnings("UnusedVariable") // checked by picocli; the script is the same
  private Shell shell = Shell.BASH;

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  CompletionArguments(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine top = spec.root().commandLine();
    // One script serves both: under zsh it switches bash's completion on itself.
    terminal.out().print(AutoComplete.bash(top.getCommandName(), top));
    return ExitCode.DONE.number();
  }
}
