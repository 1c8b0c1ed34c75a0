package org.twinline.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompletionTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Terminal terminal() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Terminal.of(stream, stream, false, Map.of());
  }

  private String script(String shell) {
    Main main =
        new Main(
            unused -> {
              throw new AssertionError("no command is run");
            },
            terminal());
    assertThat(main.run("completion", shell)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void words(CommandLine command, List<String> words) {
    command.getCommandSpec().options().forEach(option -> words.addAll(List.of(option.names())));
    command
        .getSubcommands()
        .forEach(
            (name, below) -> {
              words.add(name);
              words(below, words);
            });
  }

  @Test
  void everyCommandAndOptionIsCompleted() {
    List<String> words = new ArrayList<>();
    words(
        Arguments.commandLine(
            new Arguments(),
            () -> {
              throw new AssertionError("no command is run");
            },
            terminal()),
        words);

    assertThat(words).contains("run", "--plan", "doctor", "init", "completion", "calibrate");
    assertThat(script("bash")).contains(words);
  }

  @Test
  void bashAcceptsTheScript() throws IOException, InterruptedException {
    assumeThat(Files.isExecutable(Path.of("/bin/bash"))).as("no /bin/bash").isTrue();
    Path file = Files.writeString(folder.resolve("twinline.bash"), script("bash"));

    Process bash = new ProcessBuilder("/bin/bash", "-n", file.toString()).start();
    assertThat(new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void zshGetsTheScriptThatServesBoth() {
    assertThat(script("zsh")).contains("ZSH_VERSION").contains("bashcompinit");
  }
}
