package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.twinline.launcher.report.Table.Column;

/**
 * What went into two runs and differs: versions, thresholds, the job's keys, models, terminology
 * and input files. Keys of jobs and hashes of inputs are in the manifests alone.
 */
final class DifferenceSettings {
  static final JsonNode NOTHING = MissingNode.getInstance();

  private static final int MAX_ROWS = 200;
  private static final int MAX_LEAVES = 20_000;

  private final Html html;
  private final Comparison runs;

  private DifferenceSettings(Html html, Comparison runs) {
    this.html = html;
    this.runs = runs;
  }

  static void write(Html html, Comparison runs) {
    DifferenceSettings settings = new DifferenceSettings(html, runs);
    html.element("h3", "Settings and inputs");
    settings.table(
        "Thresholds",
        leaves(runs.here().report(), "thresholds"),
        leaves(runs.there().report(), "thresholds"));
    boolean manifests = runs.here().manifest().isObject() && runs.there().manifest().isObject();
    if (manifests) {
      settings.table(
          "Keys of the job",
          leaves(runs.here().manifest(), "job"),
          leaves(runs.there().manifest(), "job"));
    }
    settings.table(
        "Models and terminology",
        resources(runs.here().report()),
        resources(runs.there().report()));
    if (manifests) {
      settings.table(
          "Input files, SHA-256", inputs(runs.here().manifest()), inputs(runs.there().manifest()));
    } else {
      html.element(
          "p",
          "Keys of the job and hashes of input files are not compared: "
              + (runs.here().manifest().isObject() ? "the other run" : "this run")
              + " has no manifest.json.",
          "class",
          "muted");
    }
  }

  private void table(String title, Map<String, String> here, Map<String, String> there) {
    Set<String> keys = new TreeSet<>(here.keySet());
    keys.addAll(there.keySet());
    int all = keys.size();
    keys.removeIf(key -> here.getOrDefault(key, "").equals(there.getOrDefault(key, "")));
    if (keys.isEmpty()) {
      html.element(
          "p",
          title + (all == 0 ? ": neither run has any." : ": the same in both runs."),
          "class",
          "muted");
      return;
    }
    Table table =
        Table.open(
            html,
            title + " that differ",
            Column.text("Key"),
            Column.text("This run"),
            Column.text("Other run"));
    keys.stream()
        .limit(MAX_ROWS)
        .forEach(
            key -> {
              table.row().code(Lenient.cut(key, 200)).code(shown(here, key));
              table.code(shown(there, key)).endRow();
            });
    table.close();
    if (keys.size() > MAX_ROWS) {
      String more = Numbers.count(keys.size() - MAX_ROWS);
      html.element("p", more + " more differ and are not shown.", "class", "muted");
    }
  }

  private static String shown(Map<String, String> values, String key) {
    return Lenient.cut(values.getOrDefault(key, "–"), 300);
  }

  private static Map<String, String> leaves(JsonNode object, String field) {
    Map<String, String> result = new TreeMap<>();
    leaves("", object.path(field), result);
    return result;
  }

  /**
   * Dotted paths, entries of lists numbered from 0; those with a {@code use} are numbered among
   * their like, so that one more reward does not make all after it differ.
   */
  private static void leaves(String path, JsonNode node, Map<String, String> result) {
    if (result.size() >= MAX_LEAVES) {
      return;
    }
    BiConsumer<String, JsonNode> deeper =
        (name, child) -> leaves(path.isEmpty() ? name : path + "." + name, child, result);
    if (node.isObject() && !node.isEmpty()) {
      node.fields().forEachRemaining(field -> deeper.accept(field.getKey(), field.getValue()));
    } else if (node.isArray() && !node.isEmpty()) {
      Map<String, Integer> seen = new TreeMap<>();
      for (int i = 0; i < node.size(); i++) {
        String use = Lenient.text(node.get(i), "use");
        int before = use.isEmpty() ? i : seen.merge(use, 1, Integer::sum) - 1;
        deeper.accept(use.isEmpty() ? "" + before : "[" + use + " " + before + "]", node.get(i));
      }
    } else if (!node.isMissingNode() && !path.isEmpty()) {
      result.put(path, node.toString());
    }
  }

  private static Map<String, String> resources(JsonNode report) {
    Map<String, String> result = new TreeMap<>();
    for (JsonNode model : Lenient.list(report.path("models"), MAX_ROWS)) {
      String name = "models." + Lenient.text(model, "name");
      put(result, name + ".sha256", Lenient.text(model, "sha256"));
      put(result, name + ".encoder_sha256", Lenient.text(model, "encoder_sha256"));
    }
    JsonNode terminology = report.path("terminology");
    for (String field : new String[] {"content_hash", "concepts", "designations"}) {
      put(result, "terminology." + field, Lenient.text(terminology, field));
    }
    return result;
  }

  private static Map<String, String> inputs(JsonNode manifest) {
    Map<String, String> result = new TreeMap<>();
    for (JsonNode input : Lenient.list(manifest.path("inputs"), MAX_LEAVES)) {
      put(result, Lenient.text(input, "path"), Lenient.text(input, "sha256"));
    }
    return result;
  }

  private static void put(Map<String, String> result, String key, String value) {
    if (!value.isEmpty()) {
      result.put(key, value);
    }
  }
}
