package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.twinline.launcher.report.Table.Column;

/** The worst cases of an {@link AgreementPage}: ids and codes, and text only where it is there. */
final class AgreementCases {
  private static final int MOST = 100;
  private static final int TEXT = 4_000;

  private AgreementCases() {}

  static void write(Html html, JsonNode worst) {
    side(
        html,
        "Wrong answers with the highest scores",
        "Not rejected, the highest score first",
        worst.path("wrong"));
    side(
        html,
        "Right answers with the lowest scores",
        "Not accepted, the lowest score first",
        worst.path("right"));
  }

  private static void side(Html html, String title, String caption, JsonNode cases) {
    html.element("h3", title);
    List<JsonNode> shown = Lenient.list(cases, MOST);
    if (shown.isEmpty()) {
      html.element("p", "None.", "class", "muted");
      return;
    }
    Table table =
        Table.open(
            html,
            caption,
            Column.text("Id"),
            Column.text("Task"),
            Column.text("Kind"),
            Column.text("Verdict"),
            Column.number("Score"),
            Column.text("Explanation"));
    for (JsonNode one : shown) {
      table.row().code(Lenient.cut(Lenient.text(one, "id"), 120));
      table.cell(Lenient.cut(Lenient.text(one, "task"), 40));
      table.cell(Lenient.cut(Lenient.text(one, "answer_kind"), 40));
      table.cell(Lenient.cut(Lenient.text(one, "verdict"), 40));
      table.cell(AgreementTables.number(one, "score"));
      table.cell(Lenient.cut(Lenient.text(one, "codes"), 400)).endRow();
    }
    table.close();
    shown.stream().filter(one -> one.path("text").isObject()).forEach(one -> text(html, one));
  }

  private static void text(Html html, JsonNode one) {
    JsonNode text = one.path("text");
    html.open("details", "class", "example").open("summary");
    html.element("span", Lenient.cut(Lenient.text(one, "id"), 120), "class", "id");
    html.element(
        "span",
        Lenient.text(one, "verdict") + " " + AgreementTables.number(one, "score"),
        "class",
        "muted");
    html.close("summary").open("div", "class", "record");
    part(html, "Question", Lenient.text(text, "question"));
    part(html, "Expected", String.join("\nor ", Lenient.texts(text.path("references"), MOST)));
    part(html, "Answer", Lenient.text(text, "answer"));
    html.close("div").close("details");
  }

  private static void part(Html html, String head, String text) {
    if (!text.isBlank()) {
      html.element("h4", head).element("p", Lenient.cut(text, TEXT), "class", "pre");
    }
  }
}
