package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.twinline.launcher.report.Table.Column;

/** The tables of figures of an {@link AgreementPage}. */
final class AgreementTables {
  private static final String NONE = "–";

  private AgreementTables() {}

  /** A row of figures for each kind or task. */
  static void parts(Html html, String caption, JsonNode parts) {
    Table table =
        Table.open(
            html,
            caption,
            Column.text("Answers"),
            Column.number("Right"),
            Column.number("Wrong"),
            Column.number("Accuracy"),
            Column.number("Decided"),
            Column.number("False accepts"),
            Column.number("False rejects"),
            Column.number("κ"),
            Column.number("AUC"));
    for (Map.Entry<String, JsonNode> part : parts.properties()) {
      JsonNode figures = part.getValue();
      table.row().cell(Lenient.cut(part.getKey(), 40));
      table.count(total(figures.path("right"))).count(total(figures.path("wrong")));
      for (String name : new String[] {"accuracy", "coverage", "false_accepts", "false_rejects"}) {
        table.measured(share(figures.path(name)), interval(figures.path(name)));
      }
      table.cell(number(figures, "kappa")).cell(number(figures, "auc")).endRow();
    }
    table.close();
  }

  private static long total(JsonNode row) {
    return Lenient.count(row, "accepted")
        + Lenient.count(row, "unsure")
        + Lenient.count(row, "rejected");
  }

  /** The thresholds of all kinds. */
  static void thresholds(Html html, String caption, JsonNode thresholds) {
    Table table =
        Table.open(
            html,
            caption,
            Column.text("Answers"),
            Column.number("Accepted from"),
            Column.number("Rejected up to"));
    band(table, "all others", thresholds.path("overall"));
    for (Map.Entry<String, JsonNode> kind : thresholds.path("kinds").properties()) {
      band(table, Lenient.cut(kind.getKey(), 40), kind.getValue());
    }
    table.close();
  }

  private static void band(Table table, String name, JsonNode band) {
    table.row().cell(name).cell(number(band, "accept")).cell(number(band, "reject")).endRow();
  }

  /** What was chosen, and its figures beside those of the thresholds in force. */
  static void calibration(Html html, JsonNode calibration, JsonNode inForce) {
    html.element(
        "p",
        "Thresholds look better on the answers they were chosen from than on others. Held out: each"
            + " fifth of the answers is decided by thresholds chosen from the other four.",
        "class",
        "muted");
    thresholds(html, "Chosen thresholds", calibration.path("thresholds"));
    Table table =
        Table.open(
            html,
            "Figures over all",
            Column.text("Thresholds"),
            Column.number("Accuracy"),
            Column.number("Decided"),
            Column.number("Accepts right"),
            Column.number("Rejects wrong"),
            Column.number("κ"));
    figures(table, "In force", inForce);
    figures(table, "Chosen, same answers", calibration.path("resubstitution").path("overall"));
    figures(table, "Chosen, held out", calibration.path("cross_fitted").path("overall"));
    table.close();
  }

  private static void figures(Table table, String name, JsonNode figures) {
    table.row().cell(name);
    for (String share :
        new String[] {"accuracy", "coverage", "accept_precision", "reject_precision"}) {
      table.measured(share(figures.path(share)), interval(figures.path(share)));
    }
    table.cell(number(figures, "kappa")).endRow();
  }

  /** A share in percent. */
  static String share(JsonNode share) {
    return Numbers.percent(Lenient.count(share, "hits"), Lenient.count(share, "of"));
  }

  /** Its interval in percent, empty of nothing. */
  static String interval(JsonNode share) {
    OptionalDouble low = Lenient.number(share, "low");
    OptionalDouble high = Lenient.number(share, "high");
    return low.isEmpty() || high.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT, "%.1f–%.1f %%", 100 * low.getAsDouble(), 100 * high.getAsDouble());
  }

  /** A number, or a dash. */
  static String number(JsonNode node, String field) {
    OptionalDouble value = Lenient.number(node, field);
    return value.isPresent() ? Numbers.score(value.getAsDouble()) : NONE;
  }
}
