package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of two runs over [0,1]: this run as bars, kept upwards and dropped downwards, the
 * other as an outline on the same scale. Heights are shares of all values of a run, so that runs of
 * different sizes can be compared.
 */
final class OverlayFigure {
  private static final int TOP = 8;
  private static final int HALF = 70;
  private static final int BASE = TOP + HALF;
  private static final int HEIGHT = TOP + 2 * HALF + 20;
  private static final int MAX_BINS = 100;

  private final Html html;
  private final double most;

  private OverlayFigure(Html html, double most) {
    this.html = html;
    this.most = most;
  }

  static void write(Html html, String id, String title, JsonNode here, JsonNode there) {
    List<Double> up = shares(here, "kept");
    List<Double> down = shares(here, "dropped");
    List<Double> otherUp = shares(there, "kept");
    List<Double> otherDown = shares(there, "dropped");
    double most = most(here, there);
    html.open(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-text",
        "class",
        "figure histogram",
        "width",
        "100%",
        "height",
        Integer.toString(HEIGHT));
    html.element("title", title, "id", id + "-title");
    html.element(
        "desc",
        "Bars: kept up and dropped down, as shares of this run's values from 0 to 1. Outline: the"
            + " other run. The tallest is "
            + tallest(here, there)
            + ". Totals and means are in the table above.",
        "id",
        id + "-text");
    OverlayFigure figure = new OverlayFigure(html, most);
    figure.bars(up, 1);
    figure.bars(down, -1);
    figure.line(0, 1, BASE, BASE, "axis");
    figure.outline(otherUp, 1);
    figure.outline(otherDown, -1);
    for (int i = 0; i <= 4; i++) {
      html.element(
          "text",
          Numbers.score(i / 4.0),
          "x",
          Numbers.across(i / 4.0),
          "y",
          Integer.toString(HEIGHT - 4),
          "text-anchor",
          i == 0 ? "start" : i == 4 ? "end" : "middle",
          "class",
          "tick");
    }
    html.close("svg");
  }

  /** The largest share of a bin, in percent. */
  static String tallest(JsonNode here, JsonNode there) {
    return Numbers.percent(Math.round(most(here, there) * 1_000_000), 1_000_000);
  }

  private static double most(JsonNode here, JsonNode there) {
    double most = 1e-9;
    for (JsonNode run : List.of(here, there)) {
      for (String side : List.of("kept", "dropped")) {
        most = Math.max(most, shares(run, side).stream().mapToDouble(s -> s).max().orElse(0));
      }
    }
    return most;
  }

  private double y(double share, int direction) {
    return BASE - direction * share / most * (HALF - 2);
  }

  private void bars(List<Double> shares, int direction) {
    double width = 1.0 / Math.max(1, shares.size());
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i) > 0) {
        double end = y(shares.get(i), direction);
        html.shape(
            "rect",
            "x",
            Numbers.across((i + 0.07) * width),
            "y",
            Numbers.coordinate(Math.min(end, BASE)),
            "width",
            Numbers.across(0.86 * width),
            "height",
            Numbers.coordinate(Math.max(1.5, Math.abs(BASE - end))),
            "class",
            direction > 0 ? "bar kept" : "bar dropped");
      }
    }
  }

  private void outline(List<Double> shares, int direction) {
    double width = 1.0 / Math.max(1, shares.size());
    double before = BASE;
    for (int i = 0; i < shares.size(); i++) {
      double now = y(shares.get(i), direction);
      if (now != before) {
        line(i * width, i * width, before, now, "outline");
      }
      if (shares.get(i) > 0) {
        line(i * width, (i + 1) * width, now, now, "outline");
      }
      before = now;
    }
    if (before != BASE) {
      line(1, 1, before, BASE, "outline");
    }
  }

  private void line(double x1, double x2, double y1, double y2, String style) {
    html.shape(
        "line",
        "x1",
        Numbers.across(x1),
        "x2",
        Numbers.across(x2),
        "y1",
        Numbers.coordinate(y1),
        "y2",
        Numbers.coordinate(y2),
        "class",
        style);
  }

  /** A side of a histogram as shares of both sides together. */
  private static List<Double> shares(JsonNode histogram, String side) {
    double all = 0;
    for (String each : List.of("kept", "dropped")) {
      all += bins(histogram.path(each)).stream().mapToLong(Long::longValue).sum();
    }
    double whole = Math.max(1, all);
    return bins(histogram.path(side)).stream().map(n -> n / whole).toList();
  }

  static List<Long> bins(JsonNode array) {
    List<Long> result = new ArrayList<>();
    Lenient.list(array, MAX_BINS).forEach(n -> result.add(Math.max(0, Lenient.count(n))));
    return result;
  }

  static long at(List<Long> bins, int i) {
    return i < bins.size() ? bins.get(i) : 0;
  }
}
