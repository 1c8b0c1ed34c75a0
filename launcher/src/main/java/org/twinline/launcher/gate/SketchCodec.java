package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;

/**
 * Sketches as JSON. Of each kind of slice the 50 with the most records are written, and of a slice
 * what has at least 30 observations.
 */
final class SketchCodec {
  private static final int MOST_SLICES = 50;
  private static final long FEWEST = 30;
  private static final double DIGITS = 1e6;

  private SketchCodec() {}

  static ArrayNode write(Sketch sketch) {
    ArrayNode cells = JsonNodeFactory.instance.arrayNode();
    cell(Slice.RUN, sketch.cell(Slice.RUN).orElse(Cell.EMPTY), cells.addObject());
    for (SliceBy by : SliceBy.values()) {
      sketch.slices(by).stream()
          .sorted(
              Comparator.<Slice>comparingLong(slice -> -read(sketch, slice))
                  .thenComparing(slice -> slice))
          .limit(MOST_SLICES)
          .filter(slice -> read(sketch, slice) >= FEWEST)
          .forEach(slice -> cell(slice, sketch.cell(slice).orElse(Cell.EMPTY), cells.addObject()));
    }
    return cells;
  }

  private static long read(Sketch sketch, Slice slice) {
    return sketch.cell(slice).map(cell -> cell.counts().getOrDefault("read", 0L)).orElse(0L);
  }

  private static void cell(Slice slice, Cell cell, ObjectNode out) {
    if (!slice.whole()) {
      out.put("slice", slice.by()).put("value", slice.value());
    }
    ObjectNode counts = out.putObject("counts");
    cell.counts().forEach(counts::put);
    ObjectNode shares = out.putObject("shares");
    cell.shares()
        .forEach(
            (name, share) ->
                shares
                    .putArray(name)
                    .add(share.hits())
                    .add(share.n())
                    .add(rounded(share.effective())));
    ObjectNode distributions = out.putObject("distributions");
    cell.distributions()
        .forEach(
            (name, values) -> {
              if (slice.whole() || values.moments().n() >= FEWEST) {
                distribution(values, distributions, name);
              }
            });
    ObjectNode categories = out.putObject("categories");
    cell.categories()
        .forEach(
            (name, values) -> {
              ObjectNode one = categories.putObject(name);
              one.put("effective", rounded(values.effective()));
              ObjectNode counted = one.putObject("counts");
              values.counts().forEach(counted::put);
            });
  }

  private static void distribution(Distribution values, ObjectNode parent, String name) {
    ObjectNode out = parent.putObject(name);
    Distribution.Moments moments = values.moments();
    out.put("bins", values.bins().word());
    out.put("n", moments.n());
    out.put("effective", rounded(moments.effective()));
    out.put("mean", rounded(moments.mean()));
    out.put("deviation", rounded(moments.deviation()));
    ArrayNode counts = out.putArray("counts");
    values.counts().forEach((bin, count) -> counts.add(bin).add(count));
  }

  /** Six decimals, so that the order in which sums were made is not seen. */
  private static double rounded(double value) {
    return Math.abs(value) < 1e6 ? Math.rint(value * DIGITS) / DIGITS : value;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Sketch read(JsonNode cells) {
    Require.argument(cells.isArray() && !cells.isEmpty(), "illegal sketch: it has no cells");
    SortedMap<Slice, Cell> read = new TreeMap<>();
    for (JsonNode cell : cells) {
      Slice slice =
          cell.has("slice")
              ? new Slice(cell.path("slice").asText(), cell.path("value").asText())
              : Slice.RUN;
      read.put(slice, cell(cell));
    }
    Require.argument(read.containsKey(Slice.RUN), "illegal sketch: it has no cell of the run");
    return new Sketch(read);
  }

  private static Cell cell(JsonNode cell) {
    SortedMap<String, Long> counts = counts(cell.path("counts"));
    SortedMap<String, Share> shares = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : entries(cell.path("shares"))) {
      JsonNode share = entry.getValue();
      shares.put(
          entry.getKey(),
          new Share(whole(share.path(0)), whole(share.path(1)), number(share.path(2))));
    }
    SortedMap<String, Distribution> distributions = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : entries(cell.path("distributions"))) {
      distributions.put(entry.getKey(), distribution(entry.getValue()));
    }
    SortedMap<String, Categories> categories = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : entries(cell.path("categories"))) {
      JsonNode values = entry.getValue();
      categories.put(
          entry.getKey(),
          new Categories(counts(values.path("counts")), number(values.path("effective"))));
    }
    return new Cell(counts, shares, distributions, categories);
  }

  private static Distribution distribution(JsonNode node) {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    JsonNode bins = node.path("counts");
    for (int i = 0; i < bins.size(); i += 2) {
      counts.put((int) whole(bins.path(i)), whole(bins.path(i + 1)));
    }
    return new Distribution(
        Bins.valueOf(node.path("bins").asText().toUpperCase(Locale.ROOT)),
        counts,
        new Distribution.Moments(
            whole(node.path("n")),
            number(node.path("effective")),
            number(node.path("mean")),
            number(node.path("deviation"))));
  }

  private static SortedMap<String, Long> counts(JsonNode node) {
    SortedMap<String, Long> counts = new TreeMap<>();
    entries(node).forEach(entry -> counts.put(entry.getKey(), whole(entry.getValue())));
    return counts;
  }

  private static List<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    Require.argument(node.isObject(), "illegal sketch: a part of it is missing");
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext(); ) {
      entries.add(i.next());
    }
    return entries;
  }

  private static long whole(JsonNode node) {
    Require.argument(node.canConvertToLong() && node.isIntegralNumber(), "illegal count: %s", node);
    return node.longValue();
  }

  private static double number(JsonNode node) {
    Require.argument(node.isNumber(), "illegal number: %s", node);
    return node.doubleValue();
  }
}
