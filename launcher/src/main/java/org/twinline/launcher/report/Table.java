package org.twinline.launcher.report;

import java.util.List;
import org.twinline.core.Require;

/**
 * A table that scrolls inside itself on wide screens and becomes one block a row on narrow ones;
 * roles are written out because such styling would take them from assistive technology.
 */
final class Table {
  private final Html html;
  private final List<Column> columns;
  private int cell;

  private Table(Html html, List<Column> columns) {
    this.html = html;
    this.columns = List.copyOf(columns);
  }

  /** A column: its head and whether it is aligned as numbers. */
  record Column(String head, boolean number) {
    static Column text(String head) {
      return new Column(head, false);
    }

    static Column number(String head) {
      return new Column(head, true);
    }
  }

  static Table open(Html html, String caption, Column... columns) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
    html.open("table", "role", "table").element("caption", caption);
    html.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (Column column : columns) {
      String kind = column.number() ? "num" : "txt";
      html.element("th", column.head(), "scope", "col", "role", "columnheader", "class", kind);
    }
    html.close("tr").close("thead").open("tbody", "role", "rowgroup");
    return new Table(html, List.of(columns));
  }

  Table row(String... attributes) {
    html.open("tr", attributes(attributes));
    cell = 0;
    return this;
  }

  /** A cell of text; the first of a row heads it. */
  Table cell(String text) {
    begin();
    html.text(text);
    return end();
  }

  /** A cell of text under a stronger first line. */
  Table cell(String strong, String text) {
    begin();
    html.element("strong", strong).open("span", "class", "sub").text(text).close("span");
    return end();
  }

  /** A cell of a figure over its range, which is weaker; the range may be empty. */
  Table measured(String figure, String range) {
    begin();
    html.text(figure);
    if (!range.isEmpty()) {
      html.element("span", range, "class", "range");
    }
    return end();
  }

  /** A cell of monospaced text, such as a hash. */
  Table code(String text) {
    begin();
    html.element("code", text);
    return end();
  }

  Table count(long n) {
    return cell(Numbers.count(n));
  }

  Table endRow() {
    Require.argument(cell == columns.size(), "illegal row: %s cells of %s", cell, columns.size());
    html.close("tr");
    return this;
  }

  void close() {
    html.close("tbody").close("table").close("div");
  }

  private void begin() {
    Column column = columns.get(cell);
    String kind = column.number() ? "num" : "txt";
    if (cell == 0) {
      html.open("th", "scope", "row", "role", "rowheader", "class", kind);
    } else {
      html.open("td", "role", "cell", "class", kind, "data-head", column.head());
    }
  }

  private Table end() {
    html.close(cell == 0 ? "th" : "td");
    cell++;
    return this;
  }

  private static String[] attributes(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "role";
    all[1] = "row";
    System.arraycopy(more, 0, all, 2, more.length);
    return all;
  }
}
