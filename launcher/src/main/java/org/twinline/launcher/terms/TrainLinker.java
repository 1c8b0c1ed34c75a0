package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.LinkerTraining;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.link.LinkFigures;
import org.twinline.terminology.source.SourceException;

/** {@code twinline terminology train}. */
final class TrainLinker {
  private final Terminal terminal;
  private final boolean json;

  TrainLinker(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Path index, List<Path> files, Optional<String> system) {
    long start = System.nanoTime();
    try {
      LinkerTraining.Outcome outcome =
          LinkerTraining.of(index).onProgress(terminal.err()::println).fit(files, system);
      show(outcome, (System.nanoTime() - start) / 1e9);
      return ExitCode.DONE;
    } catch (SourceException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (TerminologyException e) {
      throw TerminologyCommands.unusable(e);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (IOException e) {
      throw TerminologyCommands.unreadable("the model could not be written", e);
    }
  }

  private void show(LinkerTraining.Outcome outcome, double seconds) {
    LinkFigures figures = outcome.figures();
    if (json) {
      ObjectNode document = Shown.object();
      document.put("system", outcome.system()).put("terms", outcome.terms());
      document.put("pairs", figures.texts()).put("seconds", Math.round(seconds * 10) / 10.0);
      document
          .putObject("out_of_fold")
          .put("all_right", figures.allRight())
          .put("f1", figures.f1())
          .put("precision", figures.precision())
          .put("recall", figures.recall())
          .put("candidate_recall", figures.candidateRecall())
          .put("first_right", figures.firstRight());
      Shown.print(terminal, document);
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "fitted to %,d texts, linking to the %,d names of %s, in %.1f s%n",
            figures.texts(),
            outcome.terms(),
            outcome.system(),
            seconds);
    terminal.out().println("on texts it has not seen (out of fold):");
    terminal.out().printf(Locale.ROOT, "  all names right   %.4f%n", figures.allRight());
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "  micro F1          %.4f  (precision %.4f, recall %.4f)%n",
            figures.f1(),
            figures.precision(),
            figures.recall());
    terminal.out().printf(Locale.ROOT, "  best name right   %.4f%n", figures.firstRight());
    terminal.out().printf(Locale.ROOT, "  candidate recall  %.4f%n", figures.candidateRecall());
  }
}
