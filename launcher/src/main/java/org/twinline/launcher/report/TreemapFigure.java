package org.twinline.launcher.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A treemap for wide pages and one for narrow ones, of which the style sheet shows one. Pieces are
 * clipped, so that a label never runs into the next; the table beside the figure has them all.
 */
final class TreemapFigure {
  /** Pixels a character takes, about: of a label, and of what it means. */
  private static final double BOLD = 8.4;

  private static final double PLAIN = 6.6;

  private static final Layout WIDE = new Layout("treemap wide", 900, 340, 680);
  private static final Layout NARROW = new Layout("treemap narrow", 330, 440, 300);

  private TreemapFigure() {}

  /**
   * A layout.
   *
   * @param width the proportion to the height it is made for
   * @param least the pixels it is shown in at least, for which labels must fit
   */
  private record Layout(String style, int width, int height, int least) {
    boolean fits(Treemap.Box box, String text, double each) {
      return box.width() / width * least >= 12 + each * text.length();
    }
  }

  /** A piece: a short label, what it means, how many. */
  record Part(String label, String meaning, long n, String style) {}

  /** Writes the figure; parts are positive, the largest first. */
  static void write(Html html, String id, String title, List<Part> parts) {
    layout(html, id + "-wide", title, parts, WIDE);
    layout(html, id + "-narrow", title, parts, NARROW);
  }

  private static void layout(Html html, String id, String title, List<Part> parts, Layout layout) {
    html.open(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "class",
        "figure " + layout.style(),
        "width",
        "100%",
        "height",
        Integer.toString(layout.height()));
    html.element("title", title, "id", id + "-title");
    html.element("desc", description(parts), "id", id + "-text");
    List<Treemap.Box> boxes =
        Treemap.squarify(parts.stream().map(Part::n).toList(), layout.width(), layout.height());
    for (int i = 0; i < parts.size(); i++) {
      part(html, parts.get(i), boxes.get(i), layout);
    }
    html.close("svg");
  }

  private static String description(List<Part> parts) {
    return parts.stream()
        .map(part -> part.label() + " " + Numbers.count(part.n()))
        .collect(Collectors.joining(", "));
  }

  private static void part(Html html, Part part, Treemap.Box box, Layout layout) {
    double width = layout.width();
    boolean labelled = layout.fits(box, part.label(), BOLD);
    String meaning = Lenient.brief(part.meaning(), 60);
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
    if (labelled && box.height() >= 22) {
      html.element("text", part.label(), "x", "8", "y", "18", "class", "strong");
    }
    if (labelled && box.height() >= 40) {
      html.element("text", Numbers.count(part.n()), "x", "8", "y", "35", "class", "tick");
    }
    if (labelled && box.height() >= 58 && layout.fits(box, meaning, PLAIN)) {
      html.element("text", meaning, "x", "8", "y", "52", "class", "sub");
    }
    html.close("svg");
  }
}
