package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The example groups within a budget of bytes: texts are cut shorter until all groups fit, and only
 * then are groups left out.
 */
final class ExampleSection {
  private static final int OPEN = 2;
  private static final int MAX_GROUPS = 200;

  /** Characters of a question, an answer or a chain of thought. */
  private static final List<Integer> LIMITS = List.of(6_000, 3_000, 1_500, 800, 400);

  private ExampleSection() {}

  static void write(Html html, JsonNode examples, Ledger ledger, long budget) {
    if (examples.isEmpty()) {
      html.open("p", "class", "muted").text("This report has no examples. ");
      html.text("To see kept and rejected answers side by side, put ");
      html.element("code", "report: {examples: 8}").text(" in the job file and run again.");
      html.close("p");
      return;
    }
    List<String> files = ledger.rows().stream().map(Ledger.Row::file).toList();
    List<JsonNode> groups = Lenient.list(examples, MAX_GROUPS);
    int limit = 0;
    List<Html> fitting = List.of();
    for (int next : LIMITS) {
      limit = next;
      fitting = fitting(groups, files, limit, budget);
      if (fitting.size() == groups.size()) {
        break;
      }
    }
    html.element("p", note(limit, examples.size() - fitting.size()), "class", "muted");
    fitting.forEach(html::append);
  }

  private static String note(int limit, int leftOut) {
    return "Texts are shown up to "
        + Numbers.count(limit)
        + " characters."
        + (leftOut == 0
            ? ""
            : " To keep the page small, "
                + Numbers.count(leftOut)
                + " more groups are left out; they are in report.json.");
  }

  private static List<Html> fitting(
      List<JsonNode> groups, List<String> files, int limit, long budget) {
    List<Html> result = new ArrayList<>();
    long bytes = 0;
    for (JsonNode group : groups) {
      Html html = new Html();
      new ExampleGroup(group, files, limit).write(html, result.size() < OPEN);
      bytes += html.finish().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > budget) {
        return result;
      }
      result.add(html);
    }
    return result;
  }
}
