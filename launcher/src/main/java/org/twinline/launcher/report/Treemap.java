package org.twinline.launcher.report;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.Require;

/**
 * Divides a rectangle among values so that areas are in proportion and the pieces are near to
 * squares (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). Rows are laid along the shorter
 * side of what is left; a value joins a row while that does not worsen its worst ratio of sides.
 */
final class Treemap {
  private final List<Double> areas;
  private final List<Box> boxes = new ArrayList<>();
  private Box left;

  /** A piece, in the units of the whole. */
  record Box(double x, double y, double width, double height) {}

  private Treemap(List<Double> areas, Box whole) {
    this.areas = areas;
    left = whole;
  }

  /**
   * The pieces in the order of the values.
   *
   * @param values positive, the largest first
   */
  static List<Box> squarify(List<Long> values, double width, double height) {
    double sum = 0;
    long before = Long.MAX_VALUE;
    for (long value : values) {
      Require.argument(value > 0 && value <= before, "illegal value of a treemap: %s", value);
      before = value;
      sum += value;
    }
    double scale = width * height / Math.max(1, sum);
    Treemap map =
        new Treemap(
            values.stream().map(value -> value * scale).toList(), new Box(0, 0, width, height));
    map.rows();
    return List.copyOf(map.boxes);
  }

  private void rows() {
    int from = 0;
    while (from < areas.size()) {
      double side = Math.min(left.width, left.height);
      int to = from + 1;
      while (to < areas.size() && worst(from, to + 1, side) <= worst(from, to, side)) {
        to++;
      }
      row(from, to);
      from = to;
    }
  }

  /** The worst ratio of sides in a row of values along a side. */
  private double worst(int from, int to, double side) {
    double sum = sum(from, to);
    double square = sum * sum;
    double length = side * side;
    return Math.max(
        length * areas.get(from) / square, square / (length * Math.max(1e-12, areas.get(to - 1))));
  }

  private double sum(int from, int to) {
    return areas.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
  }

  private void row(int from, int to) {
    boolean upright = left.width >= left.height;
    double side = upright ? left.height : left.width;
    double thick = side == 0 ? 0 : sum(from, to) / side;
    double at = 0;
    for (double area : areas.subList(from, to)) {
      double length = thick == 0 ? 0 : area / thick;
      boxes.add(
          upright
              ? new Box(left.x, left.y + at, thick, length)
              : new Box(left.x + at, left.y, length, thick));
      at += length;
    }
    left =
        upright
            ? new Box(left.x + thick, left.y, Math.max(0, left.width - thick), left.height)
            : new Box(left.x, left.y + thick, left.width, Math.max(0, left.height - thick));
  }
}
