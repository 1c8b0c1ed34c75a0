package org.twinline.launcher.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;

class ReportCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ATTACK = "\"'><script>alert(1)</script>\u001b]0;x\u0007\u202e";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path here = Path.of("");
  private Path there = Path.of("");

  @BeforeEach
  void twoRuns() throws IOException {
    here = run("here", demo(), "{'job':{'seed':17,'rewards':[{'use':'rule','accept':0.85}]}}");
    ObjectNode other = demo();
    other.put("name", "before");
    ((ObjectNode) other.at("/ledger/0")).put("kept", 1);
    ((ObjectNode) other.at("/thresholds/rule")).put("accept", 0.9);
    ((ObjectNode) other.at("/models/0")).put("sha256", "feed");
    ((ObjectNode) other.get("histograms")).set("rule", JSON.readTree("{\"kept\":[1,3]}"));
    there =
        run(
            "there",
            other,
            "{'job':{'seed':4,'rewards':[{'use':'guard'},{'use':'rule','accept':0.85}]},"
                + "'inputs':[{'path':'a.jsonl','sha256':'beef'}]}");
  }

  private static ObjectNode demo() throws IOException {
    try (InputStream in = ReportCommandTest.class.getResourceAsStream("report-demo.json")) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
    }
  }

  private Path run(String name, ObjectNode report, String manifest) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.write(run.resolve("report.json"), JSON.writeValueAsBytes(report));
    Files.writeString(run.resolve("manifest.json"), manifest.replace('\'', '"'));
    return run;
  }

  private ExitCode report(Path run, Optional<Path> against, Optional<Path> output) {
    PrintStream stream = new PrintStream(out, true, UTF_8);
    return new ReportCommand(new Terminal(stream, stream, false, false))
        .report(run, against, output);
  }

  private String against() throws IOException {
    assertThat(report(here, Optional.of(there), Optional.empty())).isEqualTo(ExitCode.DONE);
    return Files.readString(here.resolve("report-against.html"));
  }

  @Test
  void rendersTheRunsPageAgain() throws IOException {
    assertThat(report(here, Optional.empty(), Optional.empty())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(UTF_8).strip()).isEqualTo(here.resolve("report.html").toString());
    assertThat(Files.readString(here.resolve("report.html"))).isEqualTo(ReportPage.render(demo()));
  }

  @Test
  void writesWhereItIsTold() {
    Path page = folder.resolve("new/folder/page.html");
    report(here, Optional.of(there), Optional.of(page));
    report(here, Optional.empty(), Optional.of(page));
    assertThat(page).isRegularFile();
    assertThat(here.resolve("report.html")).doesNotExist();
    assertThat(page.resolveSibling(".page.html.tmp")).doesNotExist();
  }

  @Test
  void showsWhatDiffers() throws IOException {
    String page = against();
    assertThat(page)
        .contains("Difference to before", "href=\"#difference\"")
        .contains("<code>rule.accept</code>", "<code>0.85</code>", "<code>0.9</code>")
        .contains("<code>rewards.[guard 0].use</code>", "<code>seed</code>")
        .doesNotContain("rewards.[rule 0]")
        .contains("<code>a.jsonl</code>", "<code>beef</code>", "<code>feed</code>")
        .contains("= the same records", "Rules, this run and the other")
        .doesNotContain("Outcome, this run and the other");
    assertThat(page).contains("4 of 5 scores have the same bins in both runs and are not drawn.");
  }

  @Test
  void changesAreFromTheOtherRunToThisOne() throws IOException {
    long kept = demo().at("/ledger/0/kept").asLong() - 1;
    String row = against().replaceFirst("(?s).*What became of triples, here and there", "");
    row = row.substring(row.indexOf(">Kept<"), row.indexOf(">Not readable<"));
    assertThat(row).contains(">+" + kept + "<").containsPattern(">\\+[0-9.]+ pp<");
  }

  @Test
  void aRunDoesNotDifferFromItself() throws IOException {
    report(here, Optional.of(here), Optional.empty());
    String page = Files.readString(here.resolve("report-against.html"));
    String difference =
        page.substring(page.indexOf("id=\"difference\""), page.indexOf("id=\"funnel\""));
    assertThat(difference)
        .contains("Keys of the job: the same in both runs.", "Thresholds: the same")
        .contains("5 of 5 scores have the same bins")
        .doesNotContain("≠", "<svg")
        .doesNotContainPattern(">[+−][0-9]");
  }

  @Test
  void showsNoTextOfTheOtherRunsRecords() throws IOException {
    ObjectNode other = demo();
    ((ObjectNode) other.at("/examples/0/group")).put("question", "SECRET");
    run("there", other, "{}");
    assertThat(against()).doesNotContain("SECRET");
  }

  @Test
  void aRunWithoutManifestIsComparedByItsReport() throws IOException {
    Files.delete(there.resolve("manifest.json"));
    assertThat(against()).contains("are not compared: the other run has no manifest.json.");
  }

  @Test
  void namesOfTheOtherRunAreInert() throws IOException {
    ObjectNode other = demo();
    other.put("name", ATTACK);
    ((ObjectNode) other.get("figures")).put("chapter." + ATTACK + ".kept", 3).put(ATTACK, 1);
    ((ObjectNode) other.get("histograms")).set(ATTACK, other.at("/histograms/rule"));
    ((ObjectNode) other.at("/datasets/0")).put("name", ATTACK);
    there = run("there", other, "{}");
    Files.writeString(
        there.resolve("manifest.json"),
        JSON.createObjectNode().set("job", JSON.createObjectNode().put(ATTACK, ATTACK)).toString());
    assertThat(against())
        .doesNotContain("<script", "\u001b", "\u202e")
        .contains("&lt;script&gt;", "\\x1b]0;x\\x07\\u202e");
    report(there, Optional.of(here), Optional.empty());
    assertThat(Files.readString(there.resolve("report-against.html")))
        .doesNotContain("<script", "\u001b", "\u202e");
  }

  @Test
  void hugeRunsStayUnderTheBound() throws IOException {
    ObjectNode other = demo();
    for (int i = 0; i < 5_000; i++) {
      ((ObjectNode) other.get("figures")).put("f" + i + "x".repeat(500), i);
      ((ObjectNode) other.at("/ledger/0/dropped")).put("r" + i + "y".repeat(500), i);
      ((ObjectNode) other.get("histograms")).set("h" + i, JSON.readTree("{\"kept\":[1,2]}"));
    }
    ObjectNode job = JSON.createObjectNode();
    for (int i = 0; i < 30_000; i++) {
      job.put("k" + i + "z".repeat(300), "v".repeat(500));
    }
    there = run("there", other, "{}");
    Files.writeString(
        there.resolve("manifest.json"), JSON.createObjectNode().set("job", job).toString());
    assertThat(against().getBytes(UTF_8).length).isLessThanOrEqualTo(ReportPage.MAX_BYTES);
    report(there, Optional.of(here), Optional.empty());
    assertThat(Files.size(there.resolve("report-against.html")))
        .isLessThanOrEqualTo(ReportPage.MAX_BYTES);
  }

  @Test
  void showsLengthsAndChapters() throws IOException {
    ObjectNode report = demo();
    ((ObjectNode) report.get("figures"))
        .put("length.cot.128.kept", 7)
        .put("length.cot.192.dropped", 2)
        .put("length.question.24.kept", 3)
        .put("chapter.I00-I99.kept", 5)
        .put("chapter.J00-J99.kept", 3)
        .put("chapter.unlinked.dropped", 2);
    String page = ReportPage.render(report);
    assertThat(page)
        .contains("median 128–191", ">▲ kept</span><strong>7</strong>", "href=\"#lengths\"")
        .contains("I00–I99", "diseases of the circulatory system 循环系统疾病", "62.5 %")
        .contains("references no list has a name for")
        .doesNotContain("chapter.I00", "length.cot")
        .contains("<desc id=\"chapters-map-wide-text\">I00–I99 5, J00–J99 3</desc>");
    assertThat(Pattern.compile("<svg").matcher(page).results().count()).isEqualTo(9 + 2 + 2 + 4);
  }

  @Test
  void refusesWhatIsNoFinishedRun() throws IOException {
    Path gone = folder.resolve("gone");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path broken = run("broken", demo(), "{}");
    Files.writeString(broken.resolve("report.json"), "{\"name\":\"SECRET");
    Path later = run("later", (ObjectNode) JSON.readTree("{\"format_version\":2}"), "{}");
    assertRefused(gone, "no such run: " + gone);
    assertRefused(empty, "not a finished run: " + empty + " has no report.json");
    assertRefused(broken, "cannot use " + broken.resolve("report.json") + ": it is no JSON");
    assertRefused(
        later,
        "cannot use "
            + later.resolve("report.json")
            + ": illegal format_version of a report: 2, must be 1");
    assertThat(here.resolve("report-against.html")).doesNotExist();
  }

  private void assertRefused(Path run, String message) {
    assertThatThrownBy(() -> report(run, Optional.empty(), Optional.empty()))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThatThrownBy(() -> report(here, Optional.of(run), Optional.empty())).hasMessage(message);
  }

  @Test
  void replacesPagesOnly() {
    Path manifest = here.resolve("manifest.json");
    assertThatThrownBy(() -> report(here, Optional.empty(), Optional.of(manifest)))
        .hasMessage("there is a file already that is no page: " + manifest);
    assertThatThrownBy(() -> report(here, Optional.empty(), Optional.of(there)))
        .hasMessage("not a file but a folder: " + there);
  }
}
