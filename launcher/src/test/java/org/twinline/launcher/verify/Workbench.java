package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.twinline.launcher.cli.Main;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.run.TwinlineCommands;

/** A folder in which {@code twinline verify} is run with arguments as a user gives them. */
final class Workbench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Workbench(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Workbench write(String name, String... lines) throws IOException {
    Files.writeString(file(name), String.join("\n", lines) + "\n");
    return this;
  }

  /** Runs the command; words that begin with {@code @} are files of the folder. */
  int verify(String... words) {
    out.reset();
    err.reset();
    List<String> arguments = new ArrayList<>(List.of("verify"));
    Stream.of(words)
        .map(w -> w.startsWith("@") ? file(w.substring(1)).toString() : w)
        .forEach(arguments::add);
    Terminal terminal = new Terminal(stream(out), stream(err), false, false);
    return new Main(TwinlineCommands::new, terminal).run(arguments.toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Standard output, with the folder left out of paths. */
  String out() {
    return out.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  String text(String name) throws IOException {
    return Files.readString(file(name)).replace(folder + "/", "");
  }

  JsonNode json(String name) throws IOException {
    return JSON.readTree(Files.readString(file(name)));
  }

  JsonNode printed() throws IOException {
    return JSON.readTree(out.toByteArray());
  }

  /** The objects of a file of lines. */
  List<JsonNode> records(String name) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(file(name))) {
      records.add(JSON.readTree(line));
    }
    return records;
  }

  /** The names of all files in the folder. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
