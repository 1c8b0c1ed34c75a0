package org.twinline.launcher.report;

import java.util.List;
import java.util.Locale;
import org.twinline.reward.train.TrainingResult;

/**
 * The learning curves of a training as one SVG document: for each dimension the losses over the
 * epochs, training dashed and validation solid, and a mark at the epoch that was kept.
 */
public final class CurvePicture {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 180;
  private static final int LEFT = 56;
  private static final int TOP = 34;
  private static final int BOTTOM = 30;
  private static final int RIGHT = 16;

  private CurvePicture() {}

  /** The document. */
  public static String of(TrainingResult result) {
    int height = HEIGHT * result.fits().size();
    Html svg = new Html();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "width",
        Integer.toString(WIDTH),
        "height",
        Integer.toString(height),
        "font-family",
        "sans-serif",
        "font-size",
        "12",
        "role",
        "img");
    svg.element("title", "Learning curves of " + result.card().identity().name());
    svg.shape("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
    for (int i = 0; i < result.fits().size(); i++) {
      draw(svg, result.fits().get(i), i * HEIGHT);
    }
    return svg.close("svg").finish();
  }

  private static void draw(Html svg, TrainingResult.Fit fit, int offset) {
    List<TrainingResult.Epoch> curve = fit.curve();
    double most =
        curve.stream()
            .mapToDouble(e -> Math.max(e.trainingLoss(), e.validationLoss()))
            .max()
            .orElse(1);
    int base = offset + HEIGHT - BOTTOM;
    text(svg, LEFT, offset + 18, fit.dimension() + ": mean log-loss by epoch", "start");
    line(svg, LEFT, offset + TOP, LEFT, base);
    line(svg, LEFT, base, WIDTH - RIGHT, base);
    text(svg, LEFT - 6, offset + TOP + 4, String.format(Locale.ROOT, "%.2f", most), "end");
    text(svg, LEFT - 6, base + 4, "0", "end");
    text(svg, LEFT, base + 16, "0", "middle");
    text(svg, WIDTH - RIGHT, base + 16, Integer.toString(curve.size() - 1), "end");
    StringBuilder training = new StringBuilder();
    StringBuilder validation = new StringBuilder();
    for (int i = 0; i < curve.size(); i++) {
      String x = x(i, curve.size());
      training
          .append(x)
          .append(',')
          .append(y(curve.get(i).trainingLoss(), most, offset))
          .append(' ');
      validation
          .append(x)
          .append(',')
          .append(y(curve.get(i).validationLoss(), most, offset))
          .append(' ');
    }
    poly(svg, training.toString(), "#5b6770", "4 3");
    poly(svg, validation.toString(), "#0b6e99", "none");
    int kept = fit.chosen().epoch();
    svg.shape(
        "circle",
        "cx",
        x(kept, curve.size()),
        "cy",
        y(curve.get(kept).validationLoss(), most, offset),
        "r",
        "4",
        "fill",
        "#0b6e99");
    text(
        svg,
        WIDTH - RIGHT,
        offset + 18,
        String.format(
            Locale.ROOT,
            "training dashed, validation solid; kept epoch %d at %.4f",
            kept,
            curve.get(kept).validationLoss()),
        "end");
  }

  private static String x(int epoch, int epochs) {
    double share = epochs <= 1 ? 0 : (double) epoch / (epochs - 1);
    return Numbers.coordinate(LEFT + share * (WIDTH - LEFT - RIGHT));
  }

  private static String y(double loss, double most, int offset) {
    double share = most > 0 ? loss / most : 0;
    return Numbers.coordinate(offset + HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM));
  }

  private static void text(Html svg, int x, int y, String text, String anchor) {
    svg.element(
        "text",
        text,
        "x",
        Integer.toString(x),
        "y",
        Integer.toString(y),
        "text-anchor",
        anchor,
        "fill",
        "#1d2429");
  }

  private static void line(Html svg, int x1, int y1, int x2, int y2) {
    svg.shape(
        "line",
        "x1",
        Integer.toString(x1),
        "y1",
        Integer.toString(y1),
        "x2",
        Integer.toString(x2),
        "y2",
        Integer.toString(y2),
        "stroke",
        "#9aa5ad");
  }

  private static void poly(Html svg, String points, String color, String dashes) {
    svg.shape(
        "polyline",
        "points",
        points.strip(),
        "fill",
        "none",
        "stroke",
        color,
        "stroke-width",
        "1.5",
        "stroke-dasharray",
        dashes);
  }
}
