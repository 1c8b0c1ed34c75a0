package org.twinline.launcher.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinline.core.triple.Language;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Source;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.Concept;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.Match;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.TableSource;
import org.twinline.terminology.source.TerminologySource;

/** {@code twinline terminology …}. */
final class TerminologyCommands {
  private static final int NEIGHBOURS = 5;

  private final Terminal terminal;

  TerminologyCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The sources of folders of tables. */
  static List<TerminologySource> tables(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          ExitCode.USAGE,
          "terminology source " + folder + " is not a directory",
          "table:DIR names a folder with diagnoses.tsv, procedures.tsv, drugs.tsv,"
              + " examinations.tsv, relations.tsv, or some of them");
    }
    return TableSource.folder(folder);
  }

  ExitCode build(Path out, List<Source> sources) {
    List<TerminologySource> all = new ArrayList<>();
    sources.forEach(source -> all.addAll(tables(source.path())));
    if (all.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "no table was found in the sources",
          "see docs/formats.md for their names");
    }
    long start = System.nanoTime();
    try {
      IndexDescription built = TerminologyBuilder.of(all).write(out);
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%s: %,d concepts, content hash %s (%.1f s)%n",
              out,
              built.concepts(),
              built.contentHash(),
              (System.nanoTime() - start) / 1e9);
      built
          .counts()
          .forEach((name, n) -> terminal.out().printf(Locale.ROOT, "  %-28s %,9d%n", name, n));
      return ExitCode.DONE;
    } catch (SourceException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (TerminologyException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "name a fresh --out", e);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED, "the terminology could not be written: " + e, "", e);
    }
  }

  ExitCode lookUp(Path directory, String text) {
    PrintStream out = terminal.out();
    try (Terminology terminology = Terminology.open(directory)) {
      Terminology.Lookup found = terminology.lookup(text, NEIGHBOURS);
      for (Concept concept : found.concepts()) {
        out.println(line(concept));
      }
      if (!found.known()) {
        out.println("unknown; nearest:");
        for (Match match : found.nearest()) {
          out.printf(Locale.ROOT, "  %.3f  %s%n", match.score(), line(match.concept()));
        }
      }
      return ExitCode.DONE;
    } catch (TerminologyException e) {
      throw new Failure(
          ExitCode.USAGE,
          String.valueOf(e.getMessage()),
          "twinline terminology build --out DIR --source table:PATH",
          e);
    }
  }

  private static String line(Concept concept) {
    return concept.code().system().id()
        + ":"
        + concept.code().value()
        + "  "
        + concept.name(Language.ZH).orElse("")
        + "  "
        + concept.name(Language.EN).orElse("");
  }
}
