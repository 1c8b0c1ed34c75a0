package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kept values upwards and dropped values downwards from one base line over [0,1], so that the two
 * are told apart without colour; both on one scale.
 */
final class HistogramFigure {
  private static final int TOP = 36;
  private static final int HALF = 86;
  private static final int BASE = TOP + HALF;
  private static final int HEIGHT = TOP + 2 * HALF + 20;
  private static final int MAX_BINS = 100;

  private final List<Long> kept;
  private final List<Long> dropped;
  private final Sides sides;
  private final Axis axis;
  private final int bins;
  private final long most;

  /** What is drawn upwards and what downwards, in lower case. */
  record Sides(String up, String down) {}

  /** The bounds of bins as they are shown, one more than bins; none stand for equal bins to 1. */
  record Axis(List<String> bounds) {
    static final Axis UNIT = new Axis(List.of());

    Axis {
      bounds = List.copyOf(bounds);
    }
  }

  private HistogramFigure(List<Long> kept, List<Long> dropped, Sides sides, Axis axis) {
    this.sides = sides;
    this.axis = axis;
    this.kept = kept;
    this.dropped = dropped;
    bins = Math.max(kept.size(), dropped.size());
    long largest = 1;
    for (int i = 0; i < bins; i++) {
      largest = Math.max(largest, Math.max(at(kept, i), at(dropped, i)));
    }
    most = largest;
  }

  /** Reads a histogram; empty arrays are a histogram without bins. */
  static HistogramFigure of(JsonNode histogram) {
    return of(histogram, new Sides("kept", "dropped"));
  }

  /** Reads a histogram whose sides are named otherwise. */
  static HistogramFigure of(JsonNode histogram, Sides sides) {
    return new HistogramFigure(
        bins(histogram.path(sides.up())), bins(histogram.path(sides.down())), sides, Axis.UNIT);
  }

  /** Kept and dropped values over bins of their own. */
  static HistogramFigure of(List<Long> kept, List<Long> dropped, Axis axis) {
    return new HistogramFigure(kept, dropped, new Sides("kept", "dropped"), axis);
  }

  long keptTotal() {
    return kept.stream().mapToLong(Long::longValue).sum();
  }

  long droppedTotal() {
    return dropped.stream().mapToLong(Long::longValue).sum();
  }

  /** The count of the tallest bar. */
  long most() {
    return most;
  }

  boolean isEmpty() {
    return keptTotal() + droppedTotal() == 0;
  }

  /**
   * Writes the figure.
   *
   * @param id unique on the page, ours
   * @param noun what is counted, for example {@code answers}
   */
  void write(Html html, String id, String title, String noun, JsonNode thresholds) {
    Map<Double, String> lines = lines(thresholds);
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
    html.element("desc", description(noun, lines), "id", id + "-text");
    grid(html);
    for (int i = 0; i < bins; i++) {
      bar(html, i, at(kept, i), true);
      bar(html, i, at(dropped, i), false);
    }
    line(html, 0, 1, BASE, "axis");
    thresholds(html, lines);
    ticks(html);
    html.close("svg");
  }

  private void ticks(Html html) {
    boolean unit = axis.bounds.isEmpty();
    int steps = unit ? 4 : Math.min(4, bins);
    for (int i = 0; i <= steps; i++) {
      String anchor = i == 0 ? "start" : i == steps ? "end" : "middle";
      double at = unit ? i / 4.0 : (double) (i * bins / steps) / bins;
      String label = unit ? Numbers.score(at) : bound(i * bins / steps);
      label(html, Numbers.across(at), HEIGHT - 4, anchor, label, "tick");
    }
  }

  /** The bins that hold something as a table. */
  void table(Html html, String caption) {
    Table table =
        Table.open(
            html,
            caption,
            Table.Column.text("Value"),
            Table.Column.number(head(sides.up())),
            Table.Column.number(head(sides.down())));
    for (int i = 0; i < bins; i++) {
      if (at(kept, i) != 0 || at(dropped, i) != 0) {
        String range = bound(i) + " – " + bound(i + 1);
        table.row().cell(range).count(at(kept, i)).count(at(dropped, i)).endRow();
      }
    }
    table.close();
  }

  private static String head(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String bound(int i) {
    return axis.bounds.isEmpty() ? Numbers.score((double) i / bins) : axis.bounds.get(i);
  }

  private void grid(Html html) {
    line(html, 0, 1, TOP, "grid");
    line(html, 0, 1, BASE + HALF, "grid");
  }

  private void bar(Html html, int bin, long n, boolean up) {
    if (n <= 0) {
      return;
    }
    double height = Math.max(1.5, (double) n / most * (HALF - 2));
    double width = 1.0 / bins;
    html.open(
        "rect",
        "x",
        Numbers.across((bin + 0.07) * width),
        "y",
        Numbers.coordinate(up ? BASE - height : BASE),
        "width",
        Numbers.across(0.86 * width),
        "height",
        Numbers.coordinate(height),
        "class",
        up ? "bar kept" : "bar dropped");
    html.element(
        "title",
        bound(bin)
            + " – "
            + bound(bin + 1)
            + ": "
            + Numbers.count(n)
            + " "
            + (up ? sides.up() : sides.down()));
    html.close("rect");
  }

  /** Labels stand above the bars, each on the side with more room, on alternating rows. */
  private static void thresholds(Html html, Map<Double, String> lines) {
    int row = 0;
    for (Map.Entry<Double, String> threshold : lines.entrySet()) {
      double at = threshold.getKey();
      int top = 12 + 15 * (row % 2);
      String x = Numbers.across(at);
      html.shape(
          "line",
          "x1",
          x,
          "x2",
          x,
          "y1",
          Integer.toString(top - 8),
          "y2",
          Integer.toString(BASE + HALF),
          "class",
          "threshold");
      boolean left = at > 0.5;
      html.element(
          "text",
          threshold.getValue() + " " + Numbers.score(at),
          "x",
          x,
          "y",
          Integer.toString(top),
          "dx",
          left ? "-6" : "6",
          "text-anchor",
          left ? "end" : "start",
          "class",
          "threshold-label");
      row++;
    }
  }

  private static void label(Html html, String x, int y, String anchor, String text, String style) {
    html.element(
        "text", text, "x", x, "y", Integer.toString(y), "text-anchor", anchor, "class", style);
  }

  private static void line(Html html, double from, double to, int y, String style) {
    html.shape(
        "line",
        "x1",
        Numbers.across(from),
        "x2",
        Numbers.across(to),
        "y1",
        Integer.toString(y),
        "y2",
        Integer.toString(y),
        "class",
        style);
  }

  private String description(String noun, Map<Double, String> lines) {
    StringBuilder text = new StringBuilder();
    text.append(Numbers.count(keptTotal())).append(' ').append(sides.up()).append(' ');
    text.append(noun).append(" and ").append(Numbers.count(droppedTotal())).append(' ');
    text.append(sides.down());
    text.append(", from ").append(bound(0)).append(" to ").append(bound(bins)).append('.');
    lines.forEach(
        (at, name) ->
            text.append(" Threshold ")
                .append(name)
                .append(" at ")
                .append(Numbers.score(at))
                .append('.'));
    return text.append(" The numbers are in the table below.").toString();
  }

  /** Thresholds by place; two at the same place share a label. */
  private static Map<Double, String> lines(JsonNode thresholds) {
    Map<Double, String> lines = new TreeMap<>();
    thresholds
        .fields()
        .forEachRemaining(
            field ->
                Lenient.number(thresholds, field.getKey())
                    .ifPresent(
                        at -> {
                          if (at >= 0 && at <= 1 && lines.size() < 6) {
                            String name = Lenient.brief(field.getKey(), 16);
                            lines.merge(at, name, (a, b) -> a + ", " + b);
                          }
                        }));
    return lines;
  }

  private static List<Long> bins(JsonNode array) {
    List<Long> result = new ArrayList<>();
    Lenient.list(array, MAX_BINS).forEach(n -> result.add(Math.max(0, Lenient.count(n))));
    return result;
  }

  private static long at(List<Long> bins, int i) {
    return i < bins.size() ? bins.get(i) : 0;
  }
}
