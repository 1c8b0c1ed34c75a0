package org.twinline.launcher.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.Require;

/**
 * Renders the report of a run as one HTML page that requests nothing, runs no script and is at most
 * {@value #MAX_BYTES} bytes.
 *
 * <p>The page's policy ({@code default-src 'none'}) allows its own style sheet by hash and nothing
 * else. Any section of {@code report.json} may be missing. The same report gives the same page,
 * byte for byte. Stateless.
 */
public final class ReportPage {
  /** The version of {@code report.json} this page reads. */
  static final int FORMAT_VERSION = 1;

  static final int MAX_BYTES = 3_000_000;
  static final String JSON_FILE = "report.json";
  static final String HTML_FILE = "report.html";

  /** Option labels of records are field names here, so these may be as long as a text. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNameLength(StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
                      .build())
              .build());

  private static final List<Map.Entry<String, String>> LINKS =
      List.of(
          Map.entry("summary", "Summary"),
          Map.entry("difference", "Difference"),
          Map.entry("funnel", "From read to kept"),
          Map.entry("datasets", "Datasets"),
          Map.entry("verdicts", "Verdicts"),
          Map.entry("scores", "Scores"),
          Map.entry("lengths", "Lengths"),
          Map.entry("chapters", "ICD-10 chapters"),
          Map.entry("models", "Models"),
          Map.entry("examples", "Examples"));
  private static final String CSS = resource("report.css");

  private ReportPage() {}

  /**
   * Renders a report.
   *
   * @param report the content of {@code report.json}
   * @throws IllegalArgumentException if it is no object or of another format version
   */
  public static String render(JsonNode report) {
    return render(report, Optional.empty());
  }

  /** As {@link #render(JsonNode)}, with the difference to another run where there is one. */
  static String render(JsonNode report, Optional<Comparison> comparison) {
    requireReport(report);
    comparison.ifPresent(runs -> requireReport(runs.there().report()));
    Ledger ledger = Ledger.of(report.path("ledger"));
    Html around = page(report, ledger, comparison, new Html());
    long used = around.finish().getBytes(StandardCharsets.UTF_8).length;
    Html examples = new Html();
    ExampleSection.write(examples, report.path("examples"), ledger, MAX_BYTES - used - 1_000);
    return page(report, ledger, comparison, examples).finish();
  }

  static void requireReport(JsonNode report) {
    Require.argument(report.isObject(), "Cannot render a report that is no JSON object");
    int version = report.path("format_version").asInt(FORMAT_VERSION);
    Require.argument(
        version == FORMAT_VERSION,
        "illegal format_version of a report: %s, must be %s",
        version,
        FORMAT_VERSION);
  }

  /**
   * As {@link #render(JsonNode)}, from bytes to bytes in UTF-8.
   *
   * @throws IOException if the bytes are no JSON
   */
  public static byte[] render(byte[] report) throws IOException {
    return render(json(report)).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a report or manifest. */
  static JsonNode json(byte[] bytes) throws IOException {
    return JSON.readTree(bytes);
  }

  /**
   * Writes {@code report.html} beside a run's {@code report.json}, replacing it at once.
   *
   * @return the page
   * @throws NoSuchFileException if the directory has no {@code report.json}
   * @throws IOException if it is no JSON, or the page cannot be written
   * @throws IllegalArgumentException if the report is of another format version
   */
  public static Path write(Path runDirectory) throws IOException {
    byte[] page = render(Files.readAllBytes(runDirectory.resolve(JSON_FILE)));
    return replace(runDirectory.resolve(HTML_FILE), page);
  }

  /** Writes a page beside its place and renames it. */
  static Path replace(Path target, byte[] page) throws IOException {
    Path staged = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      Files.write(staged, page);
      return Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private static Html page(
      JsonNode report, Ledger ledger, Optional<Comparison> comparison, Html examples) {
    Map<String, Long> figures = Lenient.counts(report.path("figures"));
    Set<String> absent = new HashSet<>();
    if (comparison.isEmpty()) {
      absent.add("difference");
    }
    if (!LengthSection.has(figures)) {
      absent.add("lengths");
    }
    if (!ChapterSection.has(figures)) {
      absent.add("chapters");
    }
    Html html = new Html();
    html.doctype().open("html", "lang", "en");
    head(html, SummarySection.name(report) + " · Twinline report");
    html.open("body").element("a", "Skip to the report", "href", "#report", "class", "skip");
    html.open("div", "class", "page");
    navigation(html, LINKS.stream().filter(link -> !absent.contains(link.getKey())).toList());
    html.open("main", "id", "report");
    SummarySection.write(html, report, ledger);
    comparison.ifPresent(runs -> difference(html, runs));
    section(html, "funnel", "From read to kept");
    FunnelSection.write(html, ledger);
    html.close("section");
    section(html, "datasets", "Datasets");
    DatasetSection.write(html, report.path("datasets"));
    html.close("section");
    section(html, "verdicts", "Verdicts");
    VerdictSection.write(html, figures);
    html.close("section");
    section(html, "scores", "Scores");
    ScoreSection.write(html, report.path("histograms"), report.path("thresholds"));
    html.close("section");
    if (!absent.contains("lengths")) {
      section(html, "lengths", "Lengths");
      LengthSection.write(html, figures);
      html.close("section");
    }
    if (!absent.contains("chapters")) {
      section(html, "chapters", "What it is about");
      ChapterSection.write(html, figures);
      html.close("section");
    }
    section(html, "models", "Models and terminology");
    ModelSection.write(html, report.path("models"), report.path("terminology"));
    html.close("section");
    section(html, "examples", "Kept and rejected, side by side");
    html.append(examples).close("section");
    html.close("main").close("div").close("body").close("html");
    return html;
  }

  private static void difference(Html html, Comparison runs) {
    section(html, "difference", "Difference to " + SummarySection.name(runs.there().report()));
    DifferenceSection.write(html, runs);
    html.close("section");
  }

  /** The head of a page with our policy and style sheet. */
  static void head(Html html, String title) {
    html.open("head").single("meta", "charset", "utf-8");
    html.single("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.single("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", title).styleSheet(CSS).close("head");
  }

  /** Links to the sections of the page: id and title. */
  static void navigation(Html html, List<Map.Entry<String, String>> links) {
    html.open("nav", "aria-label", "Sections").element("p", "Twinline", "class", "brand");
    html.open("ul");
    for (Map.Entry<String, String> link : links) {
      html.open("li").element("a", link.getValue(), "href", "#" + link.getKey()).close("li");
    }
    html.close("ul").close("nav");
  }

  /** Opens a section with its heading. */
  static void section(Html html, String id, String title) {
    html.open("section", "id", id, "aria-labelledby", id + "-head");
    html.element("h2", title, "id", id + "-head");
  }

  /** A meta policy cannot hold frame-ancestors; links lead to places on the page only. */
  static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(sha256(CSS))
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + name, e);
    }
  }
}
