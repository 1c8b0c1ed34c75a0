package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.IndexCheck;
import org.twinline.terminology.Terminology;

/** {@code twinline terminology check}. Opening has compared every file with its SHA-256. */
final class CheckIndex {
  private final Terminal terminal;
  private final boolean json;

  CheckIndex(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Terminology terminology) {
    IndexCheck check = IndexCheck.of(terminology);
    List<String> problems = check.problems();
    if (json) {
      ObjectNode document = Shown.object();
      document.put("ok", problems.isEmpty()).put("concepts", check.concepts());
      document.put("names", check.names()).put("edges", check.edges());
      ArrayNode list = document.putArray("problems");
      problems.forEach(list::add);
      Shown.print(terminal, document);
    } else {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%,d files match index.json; read %,d concepts, %,d names, %,d edges: %s%n",
              terminology.description().files().size(),
              check.concepts(),
              check.names(),
              check.edges(),
              problems.isEmpty() ? "sound" : problems.size() + " problems");
      problems.forEach(terminal.err()::println);
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }
}
