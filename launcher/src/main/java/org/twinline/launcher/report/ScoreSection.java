package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A histogram a score, kept against dropped, with the thresholds as labelled lines. */
final class ScoreSection {
  private static final int MAX_HISTOGRAMS = 16;

  /** Known names in this order, the others after them. */
  private static final List<String> ORDER =
      List.of("rule", "verifier", "outcome", "preference", "pass_rate");

  private static final Map<String, String> TITLES =
      Map.of(
          "rule", "Rules",
          "verifier", "Verifier model",
          "outcome", "Outcome",
          "preference", "Preference reward",
          "pass_rate", "Pass rate");

  private static final Map<String, String> MEANINGS =
      Map.of(
          "rule", "Similarity of the final answer to the reference, by terminology.",
          "verifier", "Given to answers the rules were unsure of.",
          "outcome", "The score of whoever decided, rules or model.",
          "preference", "How good a long answer is, by the preference model.",
          "pass_rate",
              "Share of a question's candidates that are right, its difficulty. Counts questions:"
                  + " kept where at least one candidate is.");

  /** Known names in their order, the others after them. */
  static final Comparator<String> ORDERED =
      Comparator.<String>comparingInt(n -> ORDER.contains(n) ? ORDER.indexOf(n) : ORDER.size())
          .thenComparing(Comparator.naturalOrder());

  private ScoreSection() {}

  /** A score's name in words, else as it is. */
  static String title(String name) {
    return TITLES.getOrDefault(name, Lenient.cut(name, 80));
  }

  static void write(Html html, JsonNode histograms, JsonNode thresholds) {
    List<String> names = new ArrayList<>();
    histograms.fieldNames().forEachRemaining(names::add);
    names.sort(ORDERED);
    int shown = 0;
    html.open("div", "class", "pair");
    for (String name : names) {
      HistogramFigure figure = HistogramFigure.of(histograms.path(name));
      if (!figure.isEmpty() && shown < MAX_HISTOGRAMS) {
        card(html, "histogram-" + shown, name, figure, thresholds.path(name));
        shown++;
      }
    }
    html.close("div");
    if (shown == 0) {
      html.element("p", "No scores were recorded.", "class", "muted");
    }
  }

  private static void card(
      Html html, String id, String name, HistogramFigure figure, JsonNode thresholds) {
    String title = title(name);
    String noun = name.equals("pass_rate") ? "questions" : "answers";
    html.open("div", "class", "card").element("h3", title);
    String meaning = MEANINGS.get(name);
    if (meaning != null) {
      html.element("p", meaning, "class", "muted");
    }
    html.open("ul", "class", "legend");
    legend(html, "▲ kept", figure.keptTotal(), "kept");
    legend(html, "▼ dropped", figure.droppedTotal(), "dropped");
    html.element("li", "tallest bar " + Numbers.count(figure.most()), "class", "muted");
    html.close("ul");
    figure.write(html, id, title + ", kept against dropped", noun, thresholds);
    html.open("details").element("summary", "Numbers");
    figure.table(html, title + " in " + noun);
    html.close("details").close("div");
  }

  private static void legend(Html html, String label, long n, String style) {
    html.open("li").element("span", "", "class", "swatch " + style, "aria-hidden", "true");
    html.element("span", label).element("strong", Numbers.count(n)).close("li");
  }
}
