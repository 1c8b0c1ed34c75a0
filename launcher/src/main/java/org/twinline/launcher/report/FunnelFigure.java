package org.twinline.launcher.report;

import java.util.Map;

/**
 * The way from read to kept as a descending staircase: each row shows what is left after a reason,
 * and at its end what that reason took. Widths are percentages, so that text keeps its size at any
 * width of the page.
 */
final class FunnelFigure {
  private static final int ROW = 46;
  private static final int BAR = 16;

  private final Html html;
  private final long read;
  private int y;

  private FunnelFigure(Html html, long read) {
    this.html = html;
    this.read = read;
  }

  static void write(Html html, Ledger.Row total, Map<String, Long> reasons) {
    int rows = reasons.size() + 2 + (total.deadLettered() > 0 ? 1 : 0);
    html.open(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        "funnel-title funnel-text",
        "class",
        "figure funnel",
        "width",
        "100%",
        "height",
        Integer.toString(rows * ROW));
    html.element("title", "From read to kept", "id", "funnel-title");
    html.element("desc", description(total, reasons), "id", "funnel-text");
    new FunnelFigure(html, total.read()).rows(total, reasons);
    html.close("svg");
  }

  private static String description(Ledger.Row total, Map<String, Long> reasons) {
    StringBuilder text = new StringBuilder();
    text.append(Numbers.count(total.read())).append(" triples read. ");
    if (total.deadLettered() > 0) {
      text.append(Numbers.count(total.deadLettered())).append(" could not be read. ");
    }
    reasons.forEach(
        (code, n) ->
            text.append(Numbers.count(n))
                .append(" dropped: ")
                .append(ReasonText.of(code).title())
                .append(". "));
    return text.append(Numbers.count(total.kept())).append(" kept.").toString();
  }

  private void rows(Ledger.Row total, Map<String, Long> reasons) {
    row("Read", "", Numbers.count(read), "label strong");
    bar(0, read, "bar all");
    y += ROW;
    long left = read;
    if (total.deadLettered() > 0) {
      left = loss("Not readable", "dead letters", total.deadLettered(), left);
    }
    for (Map.Entry<String, Long> reason : reasons.entrySet()) {
      ReasonText text = ReasonText.of(reason.getKey());
      left = loss(text.title(), text.stage().label(), reason.getValue(), left);
    }
    String share = Numbers.percent(total.kept(), read);
    row("Kept", share + " of what was read", Numbers.count(total.kept()), "label strong");
    bar(0, total.kept(), "bar kept");
  }

  private long loss(String title, String stage, long n, long before) {
    row(title, stage, "−" + Numbers.count(n), "label");
    bar(0, before - n, "bar left");
    bar(before - n, n, "bar dropped");
    y += ROW;
    return before - n;
  }

  private void row(String label, String sub, String number, String style) {
    String base = Integer.toString(y + 17);
    html.open("text", "x", "0", "y", base, "class", style);
    html.element("tspan", Character.toUpperCase(label.charAt(0)) + label.substring(1));
    if (!sub.isEmpty()) {
      html.element("tspan", sub, "dx", "8", "class", "sub");
    }
    html.close("text");
    html.element(
        "text", number, "x", "100%", "y", base, "text-anchor", "end", "class", style + " num");
  }

  private void bar(long from, long n, String style) {
    double whole = Math.max(1, read);
    double x = Math.min(1, Math.max(0, from / whole));
    double width = Math.min(1 - x, Math.max(0, n / whole));
    html.shape(
        "rect",
        "x",
        Numbers.across(x),
        "y",
        Integer.toString(y + 24),
        "width",
        Numbers.across(width),
        "height",
        Integer.toString(BAR),
        "class",
        style);
  }
}
