package org.twinline.launcher.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A treemap for wide pages and one for narrow ones, of which the style sheet shows one. Pieces are
 * clipped, so that a label never runs into the next; the table beside the figure has them all.
 */
final class TreemapFigure {
  private TreemapFigure() {}

  /** A piece: a short label, what it means, how many. */
  record Part(String label, String meaning, long n, String style) {}

  /** Writes the figure; parts are positive, the largest first. */
  static void write(Html html, String id, String title, List<Part> parts) {
    layout(html, id + "-wide", title, parts, 900, 340, "treemap wide");
    layout(html, id + "-narrow", title, parts, 330, 440, "treemap narrow");
  }

  private static void layout(
      Html html, String id, String title, List<Part> parts, int width, int height, String style) {
    html.open(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "class",
        "figure " + style,
        "width",
        "100%",
        "height",
        Integer.toString(height));
    html.element("title", title, "id", id + "-title");
    html.element("desc", description(parts), "id", id + "-text");
    List<Treemap.Box> boxes =
        Treemap.squarify(parts.stream().map(Part::n).toList(), width, height);
    for (int i = 0; i < parts.size(); i++) {
      part(html, parts.get(i), boxes.get(i), width);
    }
    html.close("svg");
  }

  private static String description(List<Part> parts) {
    return parts.stream()
        .map(part -> part.label() + " " + Numbers.count(part.n()))
        .collect(Collectors.joining(", "));
  }

  private static void part(Html html, Part part, Treemap.Box box, double width) {
    html.open(
        "svg",
        "x",
        Numbers.across(box.x() / width),
        "y",
        Numbers.coordinate(box.y()),
        "width",
        Numbers.across(box.width() / width),
        "height",
        Numbers.coordinate(box.height()));
    html.element(
        "title", part.label() + ", " + part.meaning() + ": " + Numbers.count(part.n()) + " kept");
    html.shape("rect", "width", "100%", "height", "100%", "class", "piece " + part.style());
    if (box.height() >= 22 && box.width() >= 56) {
      html.element("text", part.label(), "x", "8", "y", "18", "class", "strong");
    }
    if (box.height() >= 40 && box.width() >= 56) {
      html.element("text", Numbers.count(part.n()), "x", "8", "y", "35", "class", "tick");
    }
    if (box.height() >= 58 && box.width() >= 180) {
      html.element("text", Lenient.brief(part.meaning(), 60), "x", "8", "y", "52", "class", "sub");
    }
    html.close("svg");
  }
}
