package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The head of the page: what ran, how it ended, the four numbers, warnings. */
final class SummarySection {
  private static final int MAX_WARNINGS = 50;
  private static final Map<String, String> LINES =
      Map.of(
          "verifiable", "Verifiable line",
          "unverifiable", "Unverifiable line",
          "both", "Verifiable and unverifiable line");

  private SummarySection() {}

  /** The run's name, or words for a run without one. */
  static String name(JsonNode report) {
    String name = Lenient.text(report, "name");
    return name.isBlank() ? "Unnamed run" : Lenient.cut(name, 160);
  }

  static void write(Html html, JsonNode report, Ledger ledger) {
    html.open("header", "id", "summary");
    html.element("p", "Curation report", "class", "eyebrow");
    html.open("div", "class", "title").element("h1", name(report));
    status(html, Lenient.text(report, "status"));
    html.close("div");
    String line = Lenient.text(report, "line");
    if (!line.isEmpty()) {
      html.element("p", LINES.getOrDefault(line, Lenient.cut(line, 80)), "class", "lead");
    }
    if (!ledger.rows().isEmpty()) {
      tiles(html, ledger.total());
    }
    facts(html, report);
    warnings(html, report.path("warnings"));
    html.close("header");
  }

  private static void status(Html html, String status) {
    if (!status.isEmpty()) {
      boolean done = status.equals("done");
      String mark = done ? "✓ " : "! ";
      html.element(
          "span", mark + Lenient.cut(status, 40), "class", "status " + (done ? "good" : "bad"));
    }
  }

  private static void tiles(Html html, Ledger.Row total) {
    html.open("dl", "class", "tiles");
    tile(html, "Triples read", total.read(), "");
    tile(html, "Kept", total.kept(), Numbers.percent(total.kept(), total.read()));
    long dropped = total.droppedTotal();
    tile(html, "Dropped", dropped, Numbers.percent(dropped, total.read()));
    long dead = total.deadLettered();
    tile(html, "Not readable", dead, Numbers.percent(dead, total.read()));
    html.close("dl");
  }

  private static void tile(Html html, String label, long n, String share) {
    html.open("div").element("dt", label);
    html.open("dd").element("span", Numbers.count(n), "class", "big");
    if (!share.isEmpty()) {
      html.element("span", share, "class", "muted");
    }
    html.close("dd").close("div");
  }

  private static void facts(Html html, JsonNode report) {
    html.open("dl", "class", "facts");
    fact(html, "Started", started(report));
    OptionalDouble seconds = Lenient.number(report, "duration_seconds");
    fact(html, "Duration", seconds.isPresent() ? Numbers.duration(seconds.getAsDouble()) : "");
    JsonNode runner = report.path("runner");
    String parallelism = Lenient.text(runner, "parallelism");
    fact(
        html,
        "Runner",
        Lenient.text(runner, "kind")
            + (parallelism.isEmpty() ? "" : ", parallelism " + parallelism));
    fact(html, "Seed", Lenient.text(report, "seed"));
    fact(html, "Twinline", Lenient.text(report, "version"));
    html.close("dl");
  }

  /** When a run began, without fractions of seconds. */
  static String started(JsonNode report) {
    String started = Lenient.text(report, "started");
    return started.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")
        ? started.substring(0, 10) + " " + started.substring(11, 19) + " UTC"
        : started;
  }

  private static void fact(Html html, String label, String value) {
    if (!value.isBlank()) {
      html.open("div").element("dt", label).element("dd", Lenient.cut(value, 160)).close("div");
    }
  }

  private static void warnings(Html html, JsonNode warnings) {
    List<String> shown = Lenient.texts(warnings, MAX_WARNINGS);
    if (shown.isEmpty()) {
      return;
    }
    html.open("div", "class", "note warn").element("strong", "Warnings").open("ul");
    shown.forEach(warning -> html.element("li", Lenient.cut(warning, 500)));
    if (warnings.size() > MAX_WARNINGS) {
      String more = Numbers.count(warnings.size() - MAX_WARNINGS);
      html.element("li", "… and " + more + " more in report.json");
    }
    html.close("ul").close("div");
  }
}
