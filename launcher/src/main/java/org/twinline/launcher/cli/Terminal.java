package org.twinline.launcher.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err everything else
 * @param interactive whether {@code err} is a terminal
 * @param color whether colours are wanted: on a terminal, unless {@code NO_COLOR} is set
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean color) {

  /** The process's own streams, in UTF-8; the start script tells whether stderr is a terminal. */
  public static Terminal system() {
    return of(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean("twinline.tty"),
        System.getenv());
  }

  /** Streams with the environment's wishes about colour (no-color.org). */
  static Terminal of(
      PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {
    boolean color =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(out, err, interactive, color);
  }

  /** Prints {@code error: message} to stderr. */
  void error(String message) {
    err.println(marked("error:", "31") + " " + message);
  }

  /** Prints {@code hint: message} to stderr. */
  void hint(String message) {
    err.println(marked("hint:", "36") + " " + message);
  }

  private String marked(String word, String code) {
    return color ? "\u001b[1;" + code + "m" + word + "\u001b[0m" : word;
  }
}
