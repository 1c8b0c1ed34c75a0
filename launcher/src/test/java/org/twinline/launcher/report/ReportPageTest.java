package org.twinline.launcher.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TAG =
      Pattern.compile("</?([a-zA-Z0-9]+)((?: [a-zA-Z0-9:-]+=\"[^\"<>]*\")*)/?>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-zA-Z0-9:-]+)=\"");
  private static final String ATTACK =
      "\"'><script>alert(1)</script><img src=x onerror=alert(1)></style></details>&lt;"
          + "\u001b]0;owned\u0007\u202e\u2066";

  private static ObjectNode demo() {
    try (InputStream in = ReportPageTest.class.getResourceAsStream("report-demo.json")) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  /** The page without its style sheet, whose hash and content are tested apart. */
  private static String body(String page) {
    return page.replaceFirst("(?s)<style>.*?</style>", "");
  }

  /** Element and attribute names in order. */
  private static List<String> skeleton(String page) {
    List<String> names = new ArrayList<>();
    for (MatchResult tag : TAG.matcher(body(page)).results().toList()) {
      names.add(tag.group(1));
      ATTRIBUTE.matcher(tag.group(2)).results().forEach(a -> names.add("@" + a.group(1)));
    }
    return names;
  }

  private static long leftAngles(String page) {
    String text = TAG.matcher(body(page).replace("<!doctype html>", "")).replaceAll("");
    return text.chars().filter(c -> c == '<' || c == '>').count();
  }

  @Test
  void showsEverySectionOfTheDemo() {
    String page = ReportPage.render(demo());
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .contains("<title>demo · Twinline report</title>", "<h1>demo</h1>", "✓ done")
        .contains("2026-11-21 21:00:00 UTC", "31.2 s", "flink-local, parallelism 2")
        .contains("id=\"funnel\"", "id=\"datasets\"", "id=\"verdicts\"", "id=\"scores\"")
        .contains("id=\"models\"", "id=\"examples\"")
        .contains("170 of 200 answers decided; 20 more were dropped before and not asked.")
        .contains("25 of 30 answers decided where the rules were unsure.")
        .contains("the reward agrees in 40 of 48 (95 % interval 70–91 %)")
        .contains(">accept 0.85</text>", ">reject 0.3</text>")
        .contains("accuracy 0.813, AUC 0.882", "✓ none", "! 3 questions")
        .contains("男，26岁。", "samples/verifiable.jsonl, byte 18,231", "肺炎链球菌肺炎")
        .contains("The rules reject the answer: its similarity to the reference is only 0.218.")
        .contains("worse answers as the rejected side of a pair.", "最可能的诊断")
        .contains("person&#39;s preference 1");
    assertThat(leftAngles(page)).isZero();
  }

  @Test
  void everyFigureHasATextAlternative() {
    String page = ReportPage.render(demo());
    List<MatchResult> figures =
        Pattern.compile("<svg role=\"img\" aria-labelledby=\"([a-z0-9-]+) ([a-z0-9-]+)\"")
            .matcher(page)
            .results()
            .toList();
    assertThat(figures).hasSize(1 + 3 + 5);
    assertThat(page.split("<svg", -1)).hasSize(1 + figures.size());
    for (MatchResult figure : figures) {
      assertThat(page).containsOnlyOnce("<title id=\"" + figure.group(1) + "\">");
      assertThat(page).containsOnlyOnce("<desc id=\"" + figure.group(2) + "\">");
    }
    assertThat(page).contains("85 dropped: wrong answer. ", "198 kept.</desc>");
  }

  @Test
  void requestsNothingAndRunsNothing() throws Exception {
    String page = ReportPage.render(demo());
    assertThat(body(page))
        .doesNotContain("<script", "<link", "<img", "<iframe", " src=", " style=", "url(", "http:")
        .doesNotContain("https:", "javascript:")
        .doesNotContainPattern("href=\"[^#]")
        .doesNotContainPattern("<[^>]* on[a-z]+=");
    String css = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    assertThat(css).doesNotContain("url(", "@import", "http", "<");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
  }

  @Test
  void funnelSumsToTheInput() {
    String page = ReportPage.render(demo());
    assertThat(page.replaceAll("<[^>]+>", ""))
        .contains("356 read = 198 kept + 156 dropped + 2 not readable✓ adds up");
    String table = page.substring(page.indexOf("What became of every triple</caption>"));
    List<Long> counts =
        Pattern.compile("data-head=\"Triples\">([0-9,]+)</td>")
            .matcher(table)
            .results()
            .map(m -> Long.parseLong(m.group(1).replace(",", "")))
            .toList();
    long total = counts.get(counts.size() - 1);
    assertThat(total).isEqualTo(356);
    assertThat(counts.stream().mapToLong(Long::longValue).sum() - total).isEqualTo(total);
    String svg = page.substring(page.indexOf("figure funnel"));
    double width =
        Pattern.compile("width=\"([0-9.]+)%\" height=\"16\" class=\"bar (kept|dropped)\"")
            .matcher(svg.substring(0, svg.indexOf("</svg>")))
            .results()
            .mapToDouble(m -> Double.parseDouble(m.group(1)))
            .sum();
    assertThat(width).isCloseTo(100, within(0.02));
  }

  @Test
  void tellsWhenTheLedgerDoesNotClose() throws IOException {
    String page =
        ReportPage.render(
            json(
                "{'ledger':[{'file':'a','read':10,'kept':3,'dropped':{'unsure':2}},"
                    + "{'file':'b','read':4,'kept':4}]}"));
    assertThat(page).contains("✗ 5 unaccounted", "✓ adds up", "class=\"sum wrong\"");
  }

  @Test
  void histogramTablesHoldTheirCounts() {
    String page = ReportPage.render(demo());
    String rules = page.substring(page.indexOf("Rules in answers</caption>"));
    rules = rules.substring(0, rules.indexOf("</table>"));
    long kept =
        Pattern.compile("data-head=\"Kept\">([0-9]+)<")
            .matcher(rules)
            .results()
            .mapToLong(m -> Long.parseLong(m.group(1)))
            .sum();
    assertThat(kept).isEqualTo(100);
    assertThat(rules).contains(">0.95 – 1</th>");
  }

  @Test
  void recordsCannotAddMarkup() {
    ObjectNode attacked = demo();
    ObjectNode harmless = demo();
    poison(attacked, ATTACK);
    poison(harmless, "harmless");
    String page = ReportPage.render(attacked);
    assertThat(skeleton(page)).isEqualTo(skeleton(ReportPage.render(harmless)));
    assertThat(leftAngles(page)).isZero();
    assertThat(body(page))
        .doesNotContain("<script", "<img", "\u001b", "\u0007", "\u202e", "\u2066")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\x1b]0;owned\\x07\\u202e\\u2066");
  }

  /** Appends to every text of the report, and adds entries to every object with free names. */
  private static void poison(JsonNode node, String poison) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.get(name).isTextual()) {
          object.put(name, object.get(name).asText() + poison);
        }
        poison(object.get(name), poison);
      }
      List<String> free = List.of("dropped", "thresholds", "figures", "quality", "options");
      for (String name : free) {
        if (object.get(name) instanceof ObjectNode map) {
          map.put("x" + poison, 1);
        }
      }
      if (object.get("histograms") instanceof ObjectNode histograms) {
        histograms.set("x" + poison, histograms.get("rule"));
        ((ObjectNode) object.get("thresholds")).putObject("x" + poison).put("y" + poison, 0.5);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual()) {
          array.set(i, array.get(i).asText() + poison);
        }
        poison(array.get(i), poison);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "line",
        "status",
        "version",
        "started",
        "duration_seconds",
        "seed",
        "runner",
        "ledger",
        "datasets",
        "histograms",
        "thresholds",
        "figures",
        "models",
        "terminology",
        "warnings",
        "examples",
        "format_version"
      })
  void anySectionMayBeMissingOrOdd(String section) {
    for (JsonNode odd : List.of(JSON.nullNode(), JSON.createArrayNode(), JSON.createObjectNode())) {
      ObjectNode report = demo();
      if (!section.equals("format_version")) {
        report.set(section, odd);
        assertThat(leftAngles(ReportPage.render(report))).isZero();
      }
    }
    ObjectNode report = demo();
    report.remove(section);
    String page = ReportPage.render(report);
    assertThat(page).endsWith("</html>");
    assertThat(leftAngles(page)).isZero();
  }

  @Test
  void anEmptyReportIsAPage() throws IOException {
    assertThat(ReportPage.render(json("{}")))
        .contains("Unnamed run", "This report has no ledger.", "No dataset was written.")
        .contains("No scores were recorded.", "No model was used: the rules decided alone.")
        .contains("put <code>report: {examples: 8}</code> in the job file");
  }

  @Test
  void oddElementsAreNoErrors() throws IOException {
    String odd = "[null,7,'x',[],{},{'group':null},{'group':{'candidates':[null,5,{}]}}]";
    String page =
        ReportPage.render(
            json(
                "{'ledger':%1$s,'datasets':%1$s,'models':%1$s,'warnings':%1$s,'examples':%1$s}"
                    .formatted(odd)));
    assertThat(leftAngles(page)).isZero();
  }

  @Test
  void readsReferencesOfEveryShape() throws IOException {
    assertThat(alternatives("['a','b']")).containsExactly("a + b");
    assertThat(alternatives("[['a','b'],['c']]")).containsExactly("a + b", "c");
    assertThat(alternatives("[{'required':['a'],'nice_to_have':['n','m']}]"))
        .containsExactly("a (nice to have: n + m)");
    assertThat(alternatives("[]")).isEmpty();
  }

  private static List<String> alternatives(String references) throws IOException {
    return ExampleGroup.alternatives(JSON.readTree(references.replace('\'', '"')));
  }

  @Test
  void fortyBigExamplesStayUnderTheBound() throws IOException {
    ObjectNode report = demo();
    report.set("examples", bigExamples(40, 4, 20_000));
    String page = ReportPage.render(report);
    assertThat(page.getBytes(UTF_8).length).isLessThanOrEqualTo(ReportPage.MAX_BYTES);
    assertThat(page)
        .contains("Texts are shown up to 1,500 characters.", "more characters left out]")
        .contains("18,500 more characters left out", ">big-39<")
        .doesNotContain("more groups are left out");
  }

  @Test
  void groupsThatDoNotFitAreLeftOutAndTold() throws IOException {
    ObjectNode report = demo();
    report.set("examples", bigExamples(200, 24, 3_000));
    String page = ReportPage.render(report);
    assertThat(page.getBytes(UTF_8).length).isLessThanOrEqualTo(ReportPage.MAX_BYTES);
    assertThat(page)
        .contains("more groups are left out; they are in report.json.")
        .contains(">big-0<", "… and 6 more, not shown.");
  }

  private static ArrayNode bigExamples(int groups, int candidates, int length) throws IOException {
    ArrayNode examples = JSON.createArrayNode();
    for (int g = 0; g < groups; g++) {
      ObjectNode group = examples.addObject().put("line", "verifiable").putObject("group");
      group.put("id", "big-" + g).put("question", "<问>".repeat(length / 3));
      ArrayNode list = group.putArray("candidates");
      for (int c = 0; c < candidates; c++) {
        ObjectNode candidate = list.addObject().put("id", "c" + c);
        candidate.put("cot", "思".repeat(length)).put("answer", "答".repeat(length));
        if (c % 2 == 0) {
          candidate.set("rejections", JSON.readTree("[{\"reason\":\"wrong_answer\"}]"));
        }
      }
    }
    return examples;
  }

  @Test
  void manyFilesReasonsAndLongNamesStaySmallAndAddUp() {
    ObjectNode report = JSON.createObjectNode();
    report.put("name", "n".repeat(100_000));
    ArrayNode ledger = report.putArray("ledger");
    for (int i = 0; i < 3_000; i++) {
      ObjectNode row = ledger.addObject().put("file", i + "f".repeat(2_000));
      row.put("read", 3).put("kept", 1).put("dead_lettered", 1);
      row.putObject("dropped").put("reason_" + i, 1);
    }
    String page = ReportPage.render(report);
    assertThat(page.length()).isLessThan(200_000);
    assertThat(page).contains("2,900 more files", "other_reasons", "9,000");
    assertThat(page).doesNotContain("unaccounted");
  }

  @Test
  void hugeFieldNamesAreCut() throws IOException {
    ObjectNode report = demo();
    ((ObjectNode) report.get("figures")).put("x".repeat(200_000), 1);
    byte[] page = ReportPage.render(JSON.writeValueAsBytes(report));
    assertThat(new String(page, UTF_8)).contains("199,920 more characters left out");
  }

  @Test
  void sameReportSamePage() {
    assertThat(ReportPage.render(demo())).isEqualTo(ReportPage.render(demo()));
  }

  @Test
  void writesBesideTheReport(@TempDir Path run) throws IOException {
    Files.write(run.resolve("report.json"), JSON.writeValueAsBytes(demo()));
    Files.writeString(run.resolve("report.html"), "old");
    Path page = ReportPage.write(run);
    assertThat(page).isEqualTo(run.resolve("report.html"));
    assertThat(Files.readString(page)).isEqualTo(ReportPage.render(demo()));
    try (var files = Files.list(run)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void refusesWhatIsNoReport(@TempDir Path run) throws IOException {
    assertThatThrownBy(() -> ReportPage.write(run)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ReportPage.render(json("{'format_version':2}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal format_version of a report: 2, must be 1");
    assertThatThrownBy(() -> ReportPage.render("[]".getBytes(UTF_8)))
        .hasMessage("Cannot render a report that is no JSON object");
    assertThatThrownBy(() -> ReportPage.render("".getBytes(UTF_8)))
        .hasMessage("Cannot render a report that is no JSON object");
    assertThatThrownBy(() -> ReportPage.render("{".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }
}
