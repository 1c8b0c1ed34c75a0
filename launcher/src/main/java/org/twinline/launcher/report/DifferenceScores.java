package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.launcher.report.Table.Column;

/** Scores of two runs: their distributions over one another and their means. */
final class DifferenceScores {
  private static final int MAX_SCORES = 24;

  private DifferenceScores() {}

  static void write(Html html, Comparison runs) {
    JsonNode here = runs.here().report().path("histograms");
    JsonNode there = runs.there().report().path("histograms");
    List<String> names = names(here, there);
    if (names.isEmpty()) {
      return;
    }
    html.element("h3", "Scores");
    Table table =
        Table.open(
            html,
            "Scores of kept and dropped together; means from the middles of bins",
            Column.text("Score"),
            Column.number("Values here"),
            Column.number("There"),
            Column.number("Mean here"),
            Column.number("Mean there"),
            Column.number("Change"),
            Column.number("Moved"));
    for (String name : names) {
      row(table, name, Shape.of(here.path(name)), Shape.of(there.path(name)));
    }
    table.close();
    html.element(
        "p",
        "Moved is the share of values that lie in other bins: half the sum of the differences of"
            + " the bins' shares (total variation).",
        "class",
        "muted");
    html.open("div", "class", "pair");
    int same = 0;
    for (int i = 0; i < names.size(); i++) {
      JsonNode mine = here.path(names.get(i));
      JsonNode other = there.path(names.get(i));
      if (sides(mine).equals(sides(other))) {
        same++;
      } else if (!Shape.of(mine).isEmpty() && !Shape.of(other).isEmpty()) {
        card(html, i, names.get(i), mine, other);
      }
    }
    html.close("div");
    if (same > 0) {
      String are = Numbers.count(same) + " of " + names.size();
      html.element(
          "p",
          are + " scores have the same bins in both runs and are not drawn.",
          "class",
          "muted");
    }
  }

  private static List<List<Long>> sides(JsonNode histogram) {
    return List.of(
        OverlayFigure.bins(histogram.path("kept")), OverlayFigure.bins(histogram.path("dropped")));
  }

  private static void card(Html html, int i, String name, JsonNode here, JsonNode there) {
    String title = ScoreSection.title(name);
    html.open("div", "class", "card").element("h3", title);
    html.open("ul", "class", "legend");
    legend(html, "kept here", "kept");
    legend(html, "dropped here", "dropped");
    legend(html, "other run", "outline");
    html.element("li", "tallest " + OverlayFigure.tallest(here, there), "class", "muted");
    html.close("ul");
    OverlayFigure.write(html, "overlay-" + i, title + ", this run and the other", here, there);
    html.close("div");
  }

  private static void legend(Html html, String label, String style) {
    html.open("li").element("span", "", "class", "swatch " + style, "aria-hidden", "true");
    html.element("span", label).close("li");
  }

  private static void row(Table table, String name, Shape here, Shape there) {
    boolean both = !here.isEmpty() && !there.isEmpty();
    table.row().cell(ScoreSection.title(name)).count(here.total()).count(there.total());
    table.cell(here.shownMean()).cell(there.shownMean());
    table.cell(both ? Change.mean(here.mean(), there.mean()) : "–");
    table.cell(both ? here.moved(there) : "–").endRow();
  }

  /** Names that either run has values of, in the page's order. */
  private static List<String> names(JsonNode here, JsonNode there) {
    Set<String> all = new TreeSet<>();
    here.fieldNames().forEachRemaining(all::add);
    there.fieldNames().forEachRemaining(all::add);
    all.removeIf(
        name -> Shape.of(here.path(name)).isEmpty() && Shape.of(there.path(name)).isEmpty());
    List<String> names = new ArrayList<>(all);
    names.sort(ScoreSection.ORDERED);
    return names.subList(0, Math.min(MAX_SCORES, names.size()));
  }

  /** Kept and dropped together. */
  private record Shape(List<Long> bins) {
    static Shape of(JsonNode histogram) {
      List<Long> kept = OverlayFigure.bins(histogram.path("kept"));
      List<Long> dropped = OverlayFigure.bins(histogram.path("dropped"));
      List<Long> sum = new ArrayList<>();
      for (int i = 0; i < Math.max(kept.size(), dropped.size()); i++) {
        sum.add(OverlayFigure.at(kept, i) + OverlayFigure.at(dropped, i));
      }
      return new Shape(sum);
    }

    long total() {
      return bins.stream().mapToLong(Long::longValue).sum();
    }

    boolean isEmpty() {
      return total() == 0;
    }

    double mean() {
      double sum = 0;
      for (int i = 0; i < bins.size(); i++) {
        sum += bins.get(i) * (i + 0.5) / bins.size();
      }
      return sum / total();
    }

    String shownMean() {
      return isEmpty() ? "–" : String.format(Locale.ROOT, "%.3f", mean());
    }

    String moved(Shape other) {
      if (bins.size() != other.bins.size()) {
        return "other bins";
      }
      double sum = 0;
      for (int i = 0; i < bins.size(); i++) {
        sum +=
            Math.abs((double) bins.get(i) / total() - (double) other.bins.get(i) / other.total());
      }
      return sum < 1e-12 ? "=" : Numbers.percent(Math.round(sum / 2 * 1_000_000), 1_000_000);
    }
  }
}
