package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.launcher.report.Table.Column;

/** What is other than in another run: outcomes, datasets, scores, figures, settings. */
final class DifferenceSection {
  private static final int MAX_ROWS = 60;

  private final Html html;
  private final Comparison runs;

  private DifferenceSection(Html html, Comparison runs) {
    this.html = html;
    this.runs = runs;
  }

  static void write(Html html, Comparison runs) {
    DifferenceSection section = new DifferenceSection(html, runs);
    section.introduction();
    section.outcomes();
    section.datasets();
    DifferenceScores.write(html, runs);
    section.figures();
    DifferenceSettings.write(html, runs);
  }

  private void introduction() {
    html.element(
        "p",
        "Every change is from the other run to this one; pp are percentage points. Shares of"
            + " outcomes are of the triples read.",
        "class",
        "muted");
    Table table =
        Table.open(
            html, "The runs", Column.text("Run"), Column.text("This one"), Column.text("Other"));
    line(table, "Place", runs.here().place(), runs.there().place());
    line(
        table,
        "Started",
        SummarySection.started(runs.here().report()),
        SummarySection.started(runs.there().report()));
    for (String field : new String[] {"name", "line", "status", "seed", "version"}) {
      line(
          table,
          Character.toUpperCase(field.charAt(0)) + field.substring(1),
          Lenient.text(runs.here().report(), field),
          Lenient.text(runs.there().report(), field));
    }
    table.close();
  }

  private static void line(Table table, String head, String here, String there) {
    table.row().cell(head).cell(Lenient.cut(here, 300)).cell(Lenient.cut(there, 300)).endRow();
  }

  private void outcomes() {
    html.element("h3", "Outcomes");
    Ledger.Row here = runs.here().ledger().total();
    Ledger.Row there = runs.there().ledger().total();
    Table table =
        Table.open(
            html,
            "What became of triples, here and there",
            Column.text("Outcome"),
            Column.number("This run"),
            Column.number("Share"),
            Column.number("Other run"),
            Column.number("Share"),
            Column.number("Change"),
            Column.number("Change of share"));
    Map<String, long[]> rows = new LinkedHashMap<>();
    rows.put("Kept", new long[] {here.kept(), there.kept()});
    rows.put("Not readable", new long[] {here.deadLettered(), there.deadLettered()});
    Set<String> reasons = new LinkedHashSet<>(runs.here().ledger().reasons().keySet());
    reasons.addAll(runs.there().ledger().reasons().keySet());
    for (String reason : reasons) {
      long[] pair = {
        here.dropped().getOrDefault(reason, 0L), there.dropped().getOrDefault(reason, 0L)
      };
      String name = rows.size() < MAX_ROWS ? Lenient.cut(reason, 80) : "other reasons";
      rows.merge(name, pair, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    }
    rows.forEach((name, n) -> outcome(table.row(), name, n, here.read(), there.read()));
    outcome(
        table.row("class", "total"),
        "Read",
        new long[] {here.read(), there.read()},
        here.read(),
        there.read());
    table.close();
  }

  private static void outcome(Table row, String name, long[] n, long here, long there) {
    row.cell(name).count(n[0]).cell(Numbers.percent(n[0], here));
    row.count(n[1]).cell(Numbers.percent(n[1], there)).cell(Change.count(n[0], n[1]));
    row.cell(Change.share(n[0], here, n[1], there)).endRow();
  }

  private void datasets() {
    html.element("h3", "Datasets");
    Map<String, JsonNode> here = byName(runs.here().report().path("datasets"));
    Map<String, JsonNode> there = byName(runs.there().report().path("datasets"));
    Table table =
        Table.open(
            html,
            "Records written, here and there",
            Column.text("Dataset"),
            Column.number("This run"),
            Column.number("Other run"),
            Column.number("Change"),
            Column.text("Content"));
    for (String name : union(here.keySet(), there.keySet())) {
      JsonNode a = here.getOrDefault(name, DifferenceSettings.NOTHING);
      JsonNode b = there.getOrDefault(name, DifferenceSettings.NOTHING);
      long n = Lenient.count(a, "records");
      long m = Lenient.count(b, "records");
      table.row().cell(Lenient.cut(name, 120) + "/").count(n).count(m);
      table.cell(Change.count(n, m)).cell(content(a, b)).endRow();
    }
    table.close();
  }

  private static String content(JsonNode here, JsonNode there) {
    String digest = Lenient.text(here, "digest");
    if (here.isMissingNode() || there.isMissingNode()) {
      return here.isMissingNode() ? "only in the other run" : "only in this run";
    }
    return !digest.isEmpty() && digest.equals(Lenient.text(there, "digest"))
        ? "= the same records"
        : "≠ other records";
  }

  private void figures() {
    Map<String, Long> here = Lenient.counts(runs.here().report().path("figures"));
    Map<String, Long> there = Lenient.counts(runs.there().report().path("figures"));
    html.element("h3", "Figures");
    Table table =
        Table.open(
            html,
            "Verdicts and other figures, here and there",
            Column.text("Figure"),
            Column.number("This run"),
            Column.number("Other run"),
            Column.number("Change"));
    Set<String> names = union(here.keySet(), there.keySet());
    names.removeIf(name -> name.startsWith(Lengths.PREFIX));
    names.stream()
        .limit(MAX_ROWS)
        .forEach(
            name -> {
              long n = here.getOrDefault(name, 0L);
              long m = there.getOrDefault(name, 0L);
              table.row().code(Lenient.cut(name, 80)).count(n).count(m);
              table.cell(Change.count(n, m)).endRow();
            });
    for (LengthSection.Part part : LengthSection.parts()) {
      Lengths a = Lengths.of(part.name(), here);
      Lengths b = Lengths.of(part.name(), there);
      if (!a.isEmpty() || !b.isEmpty()) {
        table.row().cell(part.title() + ": median length kept, characters");
        table.cell(Lengths.median(a, a.kept())).cell(Lengths.median(b, b.kept()));
        table.cell(a.kept().equals(b.kept()) && a.bounds().equals(b.bounds()) ? "=" : "");
        table.endRow();
      }
    }
    table.close();
  }

  private static Map<String, JsonNode> byName(JsonNode list) {
    Map<String, JsonNode> result = new LinkedHashMap<>();
    for (JsonNode one : Lenient.list(list, MAX_ROWS)) {
      result.put(Lenient.text(one, "name"), one);
    }
    return result;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }
}
