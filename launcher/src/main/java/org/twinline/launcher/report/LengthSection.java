package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long questions, chains of thought and answers are, kept against dropped. */
final class LengthSection {
  /** Parts as figures name them, their titles and what is counted. */
  private static final List<Part> PARTS =
      List.of(
          new Part("question", "Questions", "questions"),
          new Part("cot", "Chains of thought", "triples"),
          new Part("answer", "Final answers", "triples"));

  private LengthSection() {}

  /** A part of the records. */
  record Part(String name, String title, String noun) {}

  static List<Part> parts() {
    return PARTS;
  }

  static boolean has(Map<String, Long> figures) {
    return PARTS.stream().anyMatch(part -> !Lengths.of(part.name, figures).isEmpty());
  }

  static void write(Html html, Map<String, Long> figures) {
    html.element(
        "p",
        "In characters. Each bin is about 1.4 times as wide as the one before it.",
        "class",
        "muted");
    html.open("div", "class", "trio");
    for (Part part : PARTS) {
      Lengths lengths = Lengths.of(part.name, figures);
      if (!lengths.isEmpty()) {
        card(html, part, lengths);
      }
    }
    html.close("div");
  }

  private static void card(Html html, Part part, Lengths lengths) {
    HistogramFigure figure =
        HistogramFigure.of(
            lengths.kept(), lengths.dropped(), new HistogramFigure.Axis(lengths.shown()));
    html.open("div", "class", "card").element("h3", part.title);
    html.open("ul", "class", "legend");
    legend(html, "▲ kept", lengths, lengths.kept(), "kept");
    legend(html, "▼ dropped", lengths, lengths.dropped(), "dropped");
    html.close("ul");
    String title = "Length of " + part.title.toLowerCase(Locale.ROOT);
    figure.write(
        html,
        "length-" + part.name,
        title + ", kept against dropped",
        part.noun,
        MissingNode.getInstance());
    html.open("details").element("summary", "Numbers");
    figure.table(html, title + " in characters, " + part.noun);
    html.close("details").close("div");
  }

  private static void legend(
      Html html, String label, Lengths lengths, List<Long> counts, String style) {
    html.open("li").element("span", "", "class", "swatch " + style, "aria-hidden", "true");
    html.element("span", label);
    html.element("strong", Numbers.count(counts.stream().mapToLong(Long::longValue).sum()));
    html.element("span", "median " + Lengths.median(lengths, counts), "class", "muted");
    html.close("li");
  }
}
