package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Every format against its schema, with names that try to break it, and at its channel's limits.
 */
class FormatsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));
  private static final GateResult FEW = HostileResult.of(7, 7, 7, 7);

  @Test
  void jsonFitsItsSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                MadeRun.JSON.readTree(ROOT.resolve("docs/gate-result.schema.json").toFile()));
    JsonNode json = MadeRun.JSON.readTree(JsonFormat.write(FEW));
    assertThat(schema.validate(json)).isEmpty();
    assertThat(json.path("result").asText()).isEqualTo("failed");
    assertThat(json.path("counts").path("warned").asInt()).isEqualTo(7);
    JsonNode failed = json.path("checks").path(21);
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("observed").path("n").asInt()).isEqualTo(400);
    assertThat(failed.path("baseline").path("n").asInt()).isEqualTo(4000);
    assertThat(failed.path("fail").path("min").asDouble()).isEqualTo(0.5);
    assertThat(failed.path("places").path(0).path("offset").asInt()).isEqualTo(4096);
    assertThat(failed.path("places").path(0).path("id").asText())
        .isEqualTo(HostileResult.NAMES.get(0));
  }

  @Test
  void sarifFitsTheOfficialSchema() throws IOException {
    Schema schema;
    try (InputStream in =
        Objects.requireNonNull(
            com.contrastsecurity.sarif.SarifSchema210.class.getResourceAsStream(
                "/schema/sarif-schema-2.1.0.json"))) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(MadeRun.JSON.readTree(in));
    }
    assertThat(schema.validate(MadeRun.JSON.readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}")))
        .as("the schema is in force")
        .isNotEmpty();
    JsonNode sarif = MadeRun.JSON.readTree(SarifFormat.write(FEW));
    assertThat(schema.validate(sarif)).isEmpty();
    JsonNode run = sarif.path("runs").path(0);
    assertThat(run.path("results")).hasSize(14);
    JsonNode first = run.path("results").path(0);
    assertThat(first.path("level").asText()).isEqualTo("error");
    JsonNode physical = first.path("locations").path(0).path("physicalLocation");
    assertThat(physical.path("artifactLocation").path("uri").asText())
        .isEqualTo("gates/a%20b,c:d%25.yaml");
    assertThat(physical.path("region").path("startLine").asInt()).isEqualTo(23);
    assertThat(first.path("relatedLocations")).hasSize(2);
    assertThat(
            run.path("tool")
                .path("driver")
                .path("rules")
                .path(first.path("ruleIndex").asInt())
                .path("id"))
        .isEqualTo(first.path("ruleId"));

    JsonNode many = MadeRun.JSON.readTree(SarifFormat.write(brief(4_000, 2_500)));
    assertThat(schema.validate(many)).isEmpty();
    assertThat(many.path("runs").path(0).path("results")).hasSize(5_000);
    assertThat(many.at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("1500 more findings are left out");
  }

  /** Many results with short names. */
  private static GateResult brief(int failed, int warned) {
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 0; i < failed + warned; i++) {
      CheckResult.State state = i < failed ? CheckResult.State.FAILED : CheckResult.State.WARNED;
      CheckResult hostile = HostileResult.check(0, state);
      checks.add(
          new CheckResult(
              new Check.Label("check " + i, i + 1),
              hostile.measured(),
              hostile.verdict(),
              hostile.evidence()));
    }
    return HostileResult.result(checks);
  }

  @Test
  void junitFitsItsSchema() throws Exception {
    String xml = JunitFormat.write(FEW);
    javax.xml.validation.Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Objects.requireNonNull(FormatsTest.class.getResource("junit.xsd")));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("28");
    assertThat(suite.getAttribute("failures")).isEqualTo("7");
    assertThat(suite.getAttribute("skipped")).isEqualTo("7");
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(7);
    Element broken = (Element) document.getElementsByTagName("failure").item(1);
    assertThat(broken.getAttribute("message")).contains("]]></failure> & \"quotes\"");
    assertThat(broken.getTextContent()).contains("\nn 400").contains("see data/in.jsonl@5");
    assertThat(document.getElementsByTagName("system-out").getLength()).isEqualTo(7);
  }

  private static Node parse(String markdown) {
    return Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
  }

  /** The rows of the one table, as texts of their cells; anything but text in a cell fails. */
  private static List<List<String>> rows(String markdown) {
    List<List<String>> rows = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    Node document = parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableRow) {
              rows.add(new ArrayList<>());
            } else if (node instanceof TableCell) {
              StringBuilder cell = new StringBuilder();
              for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof Text text) {
                  cell.append(text.getLiteral());
                } else if (part instanceof HtmlInline html && html.getLiteral().equals("<br>")) {
                  cell.append('\n');
                } else {
                  foreign.add(part.toString());
                }
              }
              rows.get(rows.size() - 1).add(cell.toString());
            }
            visitChildren(node);
          }
        });
    assertThat(foreign).isEmpty();
    long tables =
        Stream.iterate(document.getFirstChild(), Objects::nonNull, Node::getNext)
            .filter(TableBlock.class::isInstance)
            .count();
    assertThat(tables).isEqualTo(1);
    return rows;
  }

  @Test
  void markdownIsOneTableOfTexts() {
    List<List<String>> rows = rows(MarkdownFormat.write(FEW));
    assertThat(rows).hasSize(1 + 28).allSatisfy(row -> assertThat(row).hasSize(7));
    assertThat(rows.get(1).get(0)).isEqualTo("failed");
    assertThat(rows.get(1).get(1)).startsWith(HostileResult.NAMES.get(0));
    assertThat(rows.get(1).get(6)).contains("\n").endsWith("data/in.jsonl@5");
    assertThat(rows.get(1).get(2)).isEqualTo("0.25 [0.2, 0.3]");
  }

  @Test
  void markdownStaysBelowTheLimitAndSaysWhatIsLeftOut() {
    String markdown = MarkdownFormat.write(HostileResult.of(60, 10, 10, 10));
    assertThat(markdown.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(700_000, MarkdownFormat.MOST_BYTES);
    int shown = rows(markdown).size() - 1;
    assertThat(shown).isBetween(1, 89);
    assertThat(markdown).endsWith("\n" + (90 - shown) + " more checks are left out\n");
  }

  /** A line as the runner reads it: actions/runner, ActionCommand.TryParseV2. */
  private record Command(String level, String properties, String message) {
    static final Pattern LINE = Pattern.compile("::([a-z]+) ([^\\n]*?)::(.*)");

    String property(String name) {
      for (String pair : properties.split(",")) {
        if (pair.startsWith(name + "=")) {
          return unescape(pair.substring(name.length() + 1))
              .replace("%3A", ":")
              .replace("%2C", ",");
        }
      }
      return "";
    }

    static String unescape(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
  }

  private static List<Command> commands(String text) {
    List<Command> commands = new ArrayList<>();
    for (String line : text.split("\n")) {
      Matcher matcher = Command.LINE.matcher(line);
      if (matcher.matches()) {
        commands.add(new Command(matcher.group(1), matcher.group(2), matcher.group(3)));
      } else {
        assertThat(line).doesNotContain("::error").doesNotContain("::warning");
      }
    }
    return commands;
  }

  @Test
  void annotationsAreOneLineEachAndAtMostTenOfALevel() {
    String text = GithubFormat.write(HostileResult.of(23, 4, 1, 1));
    List<Command> commands = commands(text);
    assertThat(commands).hasSize(14);
    assertThat(commands).filteredOn(c -> c.level().equals("error")).hasSize(10);
    Command first = commands.get(0);
    assertThat(first.property("file")).isEqualTo("gates/a b,c:d%.yaml");
    assertThat(first.property("line")).isEqualTo("8");
    assertThat(Command.unescape(first.message())).contains("\nsee data/in.jsonl@5");
    assertThat(text).contains("\n13 more failures are left out of the annotations\n");
    assertThat(text).endsWith(": 23 failed, 4 warned, 1 passed, 1 skipped\n");
    assertThat(commands(GithubFormat.write(HostileResult.of(0, 0, 3, 3)))).isEmpty();
  }

  @Test
  void nothingOfARecordActsOnATerminal() {
    for (String text :
        List.of(
            TextFormat.write(FEW),
            GithubFormat.write(FEW),
            MarkdownFormat.write(FEW),
            JunitFormat.write(FEW),
            SarifFormat.write(FEW))) {
      assertThat(text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
      assertThat(text).doesNotContain("\u202e").doesNotContain("\u200b");
    }
  }

  @Test
  void textShowsBoundObservedBaselineAndPlaces() {
    String text = TextFormat.write(HostileResult.of(1, 0, 0, 0));
    assertThat(text)
        .startsWith("  failed  a|b ")
        .contains("\n          n 400; baseline n 4000\n")
        .contains(":12 (a|b ")
        .contains("\n          see data/in.jsonl@5\n")
        .endsWith(" failed: 1 failed, 0 warned, 0 passed, 0 skipped\n");
  }
}
