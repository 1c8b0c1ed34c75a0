package org.twinline.launcher.report;

import java.util.List;
import java.util.stream.Collectors;

/** One bar divided among accept, unsure and reject, in that order, each labelled below. */
final class ShareFigure {
  private static final int BAR = 18;

  private ShareFigure() {}

  /** A part of the whole; the style is ours. */
  record Part(String label, long n, String style) {}

  static void write(Html html, String id, String title, List<Part> parts) {
    long whole = Math.max(1, parts.stream().mapToLong(Part::n).sum());
    String text =
        parts.stream()
            .map(p -> p.label() + " " + Numbers.count(p.n()))
            .collect(Collectors.joining(", "));
    html.open(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "class",
        "figure share",
        "width",
        "100%",
        "height",
        Integer.toString(BAR));
    html.element("title", title, "id", id + "-title");
    html.element("desc", text, "id", id + "-text");
    double x = 0;
    for (Part part : parts) {
      double width = (double) part.n() / whole;
      html.shape(
          "rect",
          "x",
          Numbers.across(x),
          "y",
          "0",
          "width",
          Numbers.across(width),
          "height",
          Integer.toString(BAR),
          "class",
          "bar " + part.style());
      x += width;
    }
    html.close("svg");
    html.open("ul", "class", "legend");
    for (Part part : parts) {
      html.open("li");
      html.element("span", "", "class", "swatch " + part.style(), "aria-hidden", "true");
      html.element("span", part.label()).element("strong", Numbers.count(part.n()));
      html.element("span", Numbers.percent(part.n(), whole), "class", "muted");
      html.close("li");
    }
    html.close("ul");
  }
}
