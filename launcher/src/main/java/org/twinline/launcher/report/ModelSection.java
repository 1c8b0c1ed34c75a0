package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.twinline.launcher.report.Table.Column;

/** What judged: models with their measured quality, and the terminology. */
final class ModelSection {
  private static final int MAX_MODELS = 40;

  private ModelSection() {}

  static void write(Html html, JsonNode models, JsonNode terminology) {
    if (models.isEmpty()) {
      html.element("p", "No model was used: the rules decided alone.", "class", "muted");
    } else {
      models(html, models);
    }
    if (terminology.isObject() && !terminology.isEmpty()) {
      terminology(html, terminology);
    }
  }

  private static void models(Html html, JsonNode models) {
    Table table =
        Table.open(
            html,
            "Models",
            Column.text("Model"),
            Column.text("Kind"),
            Column.text("Measured quality"),
            Column.text("Trained on questions kept here"),
            Column.text("SHA-256"));
    for (JsonNode model : Lenient.list(models, MAX_MODELS)) {
      table.row().cell(shown(model, "name")).cell(shown(model, "kind"));
      table.cell(quality(model.path("quality"))).cell(overlap(model.path("training_overlap")));
      table.code(shown(model, "sha256")).endRow();
    }
    table.close();
    html.element(
        "p",
        "Quality is what the bundle's card states from its own held-out data. A model that was"
            + " trained on questions kept here is not an independent judge of them.",
        "class",
        "muted");
  }

  private static String shown(JsonNode object, String field) {
    String text = Lenient.text(object, field);
    return text.isBlank() ? "not stated" : Lenient.cut(text, 120);
  }

  private static String quality(JsonNode quality) {
    List<String> measures = new ArrayList<>();
    quality
        .fieldNames()
        .forEachRemaining(
            name ->
                Lenient.number(quality, name)
                    .ifPresent(value -> measures.add(measure(name) + " " + Numbers.score(value))));
    return measures.isEmpty()
        ? "not stated"
        : String.join(", ", measures.subList(0, Math.min(12, measures.size())));
  }

  private static String measure(String name) {
    return name.equals("auc") ? "AUC" : Lenient.cut(name.replace('_', ' '), 60);
  }

  private static String overlap(JsonNode overlap) {
    if (!overlap.isIntegralNumber()) {
      return "not stated";
    }
    long n = Lenient.count(overlap);
    return n == 0 ? "✓ none" : "! " + Numbers.count(n) + (n == 1 ? " question" : " questions");
  }

  private static void terminology(Html html, JsonNode terminology) {
    html.element("h3", "Terminology").open("dl", "class", "facts");
    fact(html, "Concepts", Numbers.count(Lenient.count(terminology, "concepts")));
    fact(html, "Designations", Numbers.count(Lenient.count(terminology, "designations")));
    fact(html, "Index", Lenient.cut(Lenient.text(terminology, "path"), 300));
    html.open("div").element("dt", "Content hash").open("dd");
    html.element("code", shown(terminology, "content_hash")).close("dd").close("div");
    html.close("dl");
  }

  private static void fact(Html html, String label, String value) {
    if (!value.isBlank()) {
      html.open("div").element("dt", label).element("dd", value).close("div");
    }
  }
}
