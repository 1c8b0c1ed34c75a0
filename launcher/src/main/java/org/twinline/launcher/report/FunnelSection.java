package org.twinline.launcher.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinline.launcher.report.Table.Column;

/** From read to kept with every reason, and the ledger of each file; both sum to the input. */
final class FunnelSection {
  static final int MAX_FILES = 100;
  private static final int MAX_REASONS = 40;

  private FunnelSection() {}

  static void write(Html html, Ledger ledger) {
    if (ledger.rows().isEmpty()) {
      html.element("p", "This report has no ledger.", "class", "muted");
      return;
    }
    Ledger.Row total = ledger.total();
    Map<String, Long> reasons = bounded(ledger.reasons());
    sum(html, total);
    html.open("div", "class", "frame").open("ul", "class", "legend", "aria-hidden", "true");
    legend(html, "left", "still on the way");
    legend(html, "dropped", "leaves here, with its reason");
    legend(html, "kept", "kept");
    html.close("ul");
    FunnelFigure.write(html, total, reasons);
    html.close("div");
    reasonTable(html, total, reasons);
    files(html, ledger);
  }

  private static void legend(Html html, String style, String label) {
    html.open("li").element("span", "", "class", "swatch " + style);
    html.element("span", label, "class", "muted").close("li");
  }

  private static void sum(Html html, Ledger.Row total) {
    html.open("p", "class", total.unaccounted() == 0 ? "sum" : "sum wrong");
    html.element("strong", Numbers.count(total.read())).text(" read = ");
    html.element("strong", Numbers.count(total.kept())).text(" kept + ");
    html.element("strong", Numbers.count(total.droppedTotal())).text(" dropped + ");
    html.element("strong", Numbers.count(total.deadLettered())).text(" not readable");
    html.element("span", closes(total), "class", "check");
    html.close("p");
  }

  private static String closes(Ledger.Row row) {
    return row.unaccounted() == 0
        ? "✓ adds up"
        : "✗ " + Numbers.count(row.unaccounted()) + " unaccounted";
  }

  private static void reasonTable(Html html, Ledger.Row total, Map<String, Long> reasons) {
    Table table =
        Table.open(
            html,
            "What became of every triple",
            Column.text("Outcome"),
            Column.text("What it means"),
            Column.number("Triples"),
            Column.number("Share"));
    row(table, "Kept", "Used in at least one dataset.", total.kept(), total.read());
    if (total.deadLettered() != 0) {
      row(
          table,
          "Not readable",
          "Malformed lines and records, with their place in dead-letters/.",
          total.deadLettered(),
          total.read());
    }
    reasons.forEach(
        (code, n) -> {
          ReasonText text = ReasonText.of(code);
          table.row().code(Lenient.cut(code, 80)).cell(text.stage().label(), text.meaning());
          table.count(n).cell(Numbers.percent(n, total.read())).endRow();
        });
    table.row("class", "total").cell("Read").cell("Everything in the input files.");
    table.count(total.read()).cell(Numbers.percent(total.read(), total.read())).endRow();
    table.close();
  }

  private static void row(Table table, String outcome, String meaning, long n, long read) {
    table.row().cell(outcome).cell(meaning).count(n).cell(Numbers.percent(n, read)).endRow();
  }

  private static void files(Html html, Ledger ledger) {
    html.element("h3", "By input file");
    Table table =
        Table.open(
            html,
            "Ledger of each input file, in triples",
            Column.text("File"),
            Column.number("Read"),
            Column.number("Kept"),
            Column.number("Dropped"),
            Column.number("Not readable"),
            Column.text("Check"));
    List<Ledger.Row> rows = ledger.rows();
    rows.stream().limit(MAX_FILES).forEach(row -> file(table.row(), row));
    if (rows.size() > MAX_FILES) {
      List<Ledger.Row> others = rows.subList(MAX_FILES, rows.size());
      String name = Numbers.count(others.size()) + " more files";
      file(table.row(), Ledger.sum(name, others));
    }
    if (rows.size() > 1) {
      file(table.row("class", "total"), ledger.total());
    }
    table.close();
  }

  private static void file(Table table, Ledger.Row row) {
    table.cell(row.file().isEmpty() ? "(unnamed)" : Lenient.cut(row.file(), 300));
    table.count(row.read()).count(row.kept()).count(row.droppedTotal());
    table.count(row.deadLettered()).cell(closes(row)).endRow();
  }

  private static Map<String, Long> bounded(Map<String, Long> reasons) {
    if (reasons.size() <= MAX_REASONS) {
      return reasons;
    }
    Map<String, Long> result = new LinkedHashMap<>();
    long others = 0;
    for (Map.Entry<String, Long> reason : reasons.entrySet()) {
      if (result.size() < MAX_REASONS) {
        result.put(reason.getKey(), reason.getValue());
      } else {
        others += reason.getValue();
      }
    }
    result.put("other_reasons", others);
    return result;
  }
}
