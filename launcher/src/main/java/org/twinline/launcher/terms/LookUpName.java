package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.twinline.core.triple.Language;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Match;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.existence.Finding;
import org.twinline.terminology.existence.Verdict;

/** {@code twinline terminology lookup}: what bears a name or code, or that nothing does. */
final class LookUpName {
  private static final int NEIGHBOURS = 5;

  private final Terminal terminal;
  private final boolean json;

  LookUpName(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Terminology terminology, String text) {
    List<Concept> found = Named.find(terminology, text);
    List<Match> nearest = found.isEmpty() ? terminology.search(text, NEIGHBOURS) : List.of();
    if (json) {
      ObjectNode document = Shown.object();
      document.put("text", text).put("known", !found.isEmpty());
      Finding finding = terminology.existence(text);
      document.put("existence", finding.verdict().name()).put("absent", finding.absent());
      ArrayNode concepts = document.putArray("concepts");
      found.forEach(concept -> concepts.add(Shown.json(concept)));
      ArrayNode neighbours = document.putArray("nearest");
      for (Match match : nearest) {
        ObjectNode one = neighbours.addObject();
        one.put("score", match.score()).put("name", match.designation());
        one.set("concept", Shown.json(match.concept()));
      }
      Shown.print(terminal, document);
      return ExitCode.DONE;
    }
    for (Concept concept : found) {
      terminal.out().println(Shown.line(concept));
      synonyms(concept);
    }
    if (found.isEmpty()) {
      Finding finding = terminology.existence(text);
      terminal
          .out()
          .printf(
              Locale.ROOT,
              finding.verdict() == Verdict.ABSENT
                  ? "does not exist (probability %.2f): its parts are never named together; nearest:%n"
                  : "in no list, may exist (probability of absence %.2f); nearest:%n",
              finding.absent());
      for (Match match : nearest) {
        terminal
            .out()
            .printf(
                Locale.ROOT,
                "  %.3f  %s  %s%n",
                match.score(),
                match.designation(),
                Shown.line(match.concept()));
      }
    }
    return ExitCode.DONE;
  }

  private void synonyms(Concept concept) {
    for (Language language : List.of(Language.ZH, Language.EN)) {
      String preferred = concept.name(language).orElse("");
      List<String> others =
          concept.designations().stream()
              .filter(d -> d.language() == language && !d.text().equals(preferred))
              .map(d -> d.text())
              .toList();
      if (!others.isEmpty()) {
        terminal.out().println("  also " + String.join(" | ", others));
      }
    }
    if (concept.codes().size() > 1) {
      terminal.out().println("  codes " + concept.codes());
    }
  }
}
