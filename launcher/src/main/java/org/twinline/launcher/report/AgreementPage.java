package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinline.core.Require;
import org.twinline.launcher.report.ShareFigure.Part;
import org.twinline.launcher.report.Table.Column;

/**
 * Renders the agreement of verdicts with people's labels as one HTML page that requests nothing and
 * runs no script, as {@link ReportPage} does. The same document gives the same page. Stateless.
 */
public final class AgreementPage {
  private static final int FORMAT_VERSION = 1;
  private static final List<Map.Entry<String, String>> LINKS =
      List.of(
          Map.entry("summary", "Summary"),
          Map.entry("parts", "Kinds and tasks"),
          Map.entry("scores", "Scores"),
          Map.entry("calibration", "Calibration"),
          Map.entry("worst", "Worst cases"),
          Map.entry("terms", "What the figures mean"));

  private AgreementPage() {}

  /**
   * Renders the agreement.
   *
   * @param agreement as {@code twinline verify --report-json} writes it
   * @throws IllegalArgumentException if it is no object or of another format version
   */
  public static String render(JsonNode agreement) {
    Require.argument(agreement.isObject(), "Cannot render an agreement that is no JSON object");
    int version = agreement.path("format_version").asInt(FORMAT_VERSION);
    Require.argument(
        version == FORMAT_VERSION,
        "illegal format_version of an agreement: %s, must be %s",
        version,
        FORMAT_VERSION);
    List<Map.Entry<String, String>> links = new ArrayList<>(LINKS);
    boolean calibrated = agreement.path("calibration").isObject();
    links.removeIf(link -> link.getKey().equals("calibration") && !calibrated);
    Html html = new Html();
    html.doctype().open("html", "lang", "en");
    ReportPage.head(html, "Agreement with labels · Twinline report");
    html.open("body").element("a", "Skip to the report", "href", "#report", "class", "skip");
    html.open("div", "class", "page");
    ReportPage.navigation(html, links);
    html.open("main", "id", "report");
    summary(html, agreement);
    ReportPage.section(html, "parts", "Kinds and tasks");
    AgreementTables.parts(html, "By kind of answer", agreement.path("by_kind"));
    AgreementTables.parts(html, "By task", agreement.path("by_task"));
    html.close("section");
    ReportPage.section(html, "scores", "Scores of right and wrong answers");
    scores(html, agreement);
    html.close("section");
    if (calibrated) {
      ReportPage.section(html, "calibration", "Chosen thresholds");
      AgreementTables.calibration(html, agreement.path("calibration"), agreement.path("overall"));
      html.close("section");
    }
    ReportPage.section(html, "worst", "Worst cases");
    AgreementCases.write(html, agreement.path("worst"));
    html.close("section");
    ReportPage.section(html, "terms", "What the figures mean");
    terms(html);
    html.close("section").close("main").close("div").close("body").close("html");
    return html.finish();
  }

  private static void summary(Html html, JsonNode agreement) {
    JsonNode overall = agreement.path("overall");
    html.open("header", "id", "summary");
    html.element("p", "Rule verdicts against people's labels", "class", "eyebrow");
    html.open("div", "class", "title").element("h1", "Agreement with labels").close("div");
    html.element("p", Lenient.cut(Lenient.text(agreement, "input"), 160), "class", "lead");
    html.open("dl", "class", "tiles");
    tile(html, "Accuracy, unsure is wrong", overall.path("accuracy"));
    tile(html, "Decided", overall.path("coverage"));
    tile(html, "False accepts", overall.path("false_accepts"));
    tile(html, "False rejects", overall.path("false_rejects"));
    html.close("dl").open("dl", "class", "facts");
    fact(html, "Labelled answers", Numbers.count(Lenient.count(agreement, "labelled")));
    fact(html, "Accuracy of the decided", AgreementTables.share(overall.path("decided_accuracy")));
    fact(html, "Cohen's κ", AgreementTables.number(overall, "kappa"));
    fact(html, "Cohen's κ of the decided", AgreementTables.number(overall, "decided_kappa"));
    fact(html, "Area under the curve", AgreementTables.number(overall, "auc"));
    counted(html, "Answers without label", agreement, "unlabelled");
    counted(html, "Labels of unknown ids", agreement, "unknown_labels");
    counted(html, "Labels of ids of several answers, left out", agreement, "ambiguous_labels");
    html.close("dl").open("div", "class", "trio");
    decided(html, "right", "Right answers", overall.path("right"));
    decided(html, "wrong", "Wrong answers", overall.path("wrong"));
    html.close("div").close("header");
  }

  private static void tile(Html html, String label, JsonNode share) {
    html.open("div").element("dt", label).open("dd");
    html.element("span", AgreementTables.share(share), "class", "big");
    html.element("span", AgreementTables.interval(share), "class", "muted");
    html.close("dd").close("div");
  }

  private static void fact(Html html, String label, String value) {
    html.open("div").element("dt", label).element("dd", value).close("div");
  }

  private static void counted(Html html, String label, JsonNode agreement, String field) {
    long n = Lenient.count(agreement, field);
    if (n > 0) {
      fact(html, label, Numbers.count(n));
    }
  }

  private static void decided(Html html, String id, String title, JsonNode row) {
    html.open("div", "class", "card").element("h3", title);
    ShareFigure.write(
        html,
        id + "-verdicts",
        title + ": verdicts",
        List.of(
            new Part("Accept", Lenient.count(row, "accepted"), "kept"),
            new Part("Unsure", Lenient.count(row, "unsure"), "unsure"),
            new Part("Reject", Lenient.count(row, "rejected"), "dropped")));
    html.close("div");
  }

  private static void scores(Html html, JsonNode agreement) {
    HistogramFigure figure =
        HistogramFigure.of(
            agreement.path("histogram"), new HistogramFigure.Sides("right", "wrong"));
    if (figure.isEmpty()) {
      html.element("p", "No scores were recorded.", "class", "muted");
      return;
    }
    html.open("div", "class", "card");
    html.open("ul", "class", "legend");
    legend(html, "▲ right", figure.keptTotal(), "kept");
    legend(html, "▼ wrong", figure.droppedTotal(), "dropped");
    html.element("li", "tallest bar " + Numbers.count(figure.most()), "class", "muted");
    html.close("ul");
    JsonNode bands = agreement.path("thresholds");
    figure.write(html, "scores-figure", "Right against wrong", "answers", bands.path("overall"));
    html.open("details").element("summary", "Numbers");
    figure.table(html, "Scores of labelled answers");
    html.close("details").close("div");
    AgreementTables.thresholds(html, "Thresholds that decided", bands);
  }

  private static void legend(Html html, String label, long n, String style) {
    html.open("li").element("span", "", "class", "swatch " + style, "aria-hidden", "true");
    html.element("span", label).element("strong", Numbers.count(n)).close("li");
  }

  private static void terms(Html html) {
    Table table = Table.open(html, "Terms", Column.text("Figure"), Column.text("Meaning"));
    term(table, "Accuracy", "Right answers accepted and wrong ones rejected, of all labelled ones");
    term(table, "Accuracy of the decided", "The same, of those that were not unsure");
    term(table, "Decided", "Answers that were accepted or rejected, of all");
    term(table, "False accepts", "Accepted answers, of the wrong ones");
    term(table, "False rejects", "Rejected answers, of the right ones");
    term(
        table,
        "κ",
        "Agreement beyond chance (Cohen 1960) over right, wrong and unsure; people never say unsure,"
            + " so each is a disagreement. Of the decided: over right and wrong alone");
    term(
        table,
        "Area under the curve",
        "How often a right answer scores above a wrong one, ties counting half");
    term(table, "Interval", "Wilson's score interval at 95 % (1927)");
    table.close();
  }

  private static void term(Table table, String term, String meaning) {
    table.row().cell(term).cell(meaning).endRow();
  }
}
