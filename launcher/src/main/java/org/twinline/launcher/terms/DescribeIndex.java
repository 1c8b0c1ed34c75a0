package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.TerminologyException;

/** {@code twinline terminology info}: what the index says of itself, without opening it. */
final class DescribeIndex {
  private final Terminal terminal;
  private final boolean json;

  DescribeIndex(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Path directory) {
    IndexDescription index;
    try {
      index = IndexDescription.read(directory);
    } catch (TerminologyException e) {
      throw TerminologyCommands.unusable(e);
    }
    if (json) {
      Shown.print(terminal, document(directory, index));
      return ExitCode.DONE;
    }
    terminal.out().println(directory + ": made by " + index.generator());
    terminal.out().println("content hash " + index.contentHash());
    index
        .counts()
        .forEach((name, n) -> terminal.out().printf(Locale.ROOT, "  %-44s %,11d%n", name, n));
    terminal.out().println("sources, the first takes precedence:");
    for (IndexDescription.SourceFile source : index.sources()) {
      terminal
          .out()
          .println("  " + source.format() + "  " + source.name() + "  " + source.sha256());
    }
    return ExitCode.DONE;
  }

  private static ObjectNode document(Path directory, IndexDescription index) {
    ObjectNode document = Shown.object();
    document
        .put("directory", directory.toString())
        .put("format", IndexDescription.FORMAT)
        .put("generator", index.generator())
        .put("content_hash", index.contentHash());
    ObjectNode counts = document.putObject("counts");
    index.counts().forEach(counts::put);
    ArrayNode sources = document.putArray("sources");
    index
        .sources()
        .forEach(
            s ->
                sources
                    .addObject()
                    .put("format", s.format())
                    .put("name", s.name())
                    .put("sha256", s.sha256()));
    return document;
  }
}
