package org.twinline.launcher;

import org.twinline.launcher.cli.Main;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.run.TwinlineCommands;

/** The {@code twinline} process: wires the commands to what they do. */
public final class Twinline {
  private Twinline() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    int exitCode = new Main(TwinlineCommands::new, terminal).run(arguments);
    terminal.out().flush();
    System.exit(exitCode);
  }
}
