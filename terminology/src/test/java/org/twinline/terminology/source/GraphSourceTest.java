package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.CodeSystem;

/** Relations by name, and texts with their standard names. */
class GraphSourceTest {
  @TempDir Path directory;

  private static List<String> relations(Collected read) {
    return read.relations.stream()
        .map(
            r ->
                "%s %s %s/%s"
                    .formatted(r.from().value(), r.type().code(), r.to().value(), r.to().type()))
        .toList();
  }

  @Test
  void knowsTheColumnsOfAGraphOfDiseases() throws IOException {
    String csv =
        "name,alias,part,checklist,symptom,complication,drug\n"
            + " 大咳,\"咳,甲、咳(小,型)乙；BDC\",肺 其他,胸部CT 4字试验 [详细],夜咳 无 虚...  夜咳,暂无相关资料,停咳片 怎么用药？ 长名... [详细]\n"
            + "长病...,x,,,,,\n";
    Path file = Files.write(directory.resolve("kg.csv"), csv.getBytes(Charset.forName("GB18030")));
    Collected read = Collected.of("relations", file, "names=KG");
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.encodings.values()).containsExactly("GB18030 (found)");
    assertThat(read.nameLines()).containsExactly("大咳|咳(小,型)乙|BDC");
    assertThat(read.names.get(0).attributes())
        .extracting(a -> a.axis() + ":" + a.zh())
        .containsExactly("site:肺");
    assertThat(relations(read))
        .containsExactly(
            "大咳 has_symptom 夜咳/OTHER",
            "大咳 treated_by 停咳片/DRUG",
            "大咳 examined_by 胸部CT/EXAM",
            "大咳 examined_by 4字试验/EXAM");
    assertThat(read.relations.get(0).origin().names()).map(CodeSystem::id).contains("KG");
    assertThat(read.skippedLines())
        .contains(
            "kg.csv:2:5: a name that is cut off",
            "kg.csv:2:6: no name",
            "kg.csv:3:1: a row whose subject is cut off or no name");
  }

  @Test
  void takesStatedColumnsAndCodes() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("ds.tsv"),
            "d\tlabel\ts\nDO:1\tcough\tchest pain\nDO:1\tcough\tfever\n");
    Collected read = Collected.of("relations", file, "code=d", "has_symptom=s");
    assertThat(relations(read))
        .containsExactly("DO:1 has_symptom chest pain/OTHER", "DO:1 has_symptom fever/OTHER");
    assertThat(read.relations.get(0).from().by()).isEqualTo(ConceptRef.By.CODE);
    assertThat(read.names).isEmpty();
    assertThat(Collected.of("relations", file, "name=nome", "cause=s").problemLines())
        .containsExactly("ds.tsv:1: missing column 'nome', there are: [d, label, s]");
  }

  @Test
  void asksForAMappingWhereTheHeaderIsUnknown() throws IOException {
    Path file = Files.writeString(directory.resolve("u.csv"), "a,b\nx,y\n");
    assertThat(Collected.of("relations", file).problemLines())
        .hasSize(1)
        .first()
        .asString()
        .contains("say which column is what");
    Path ours = Files.writeString(directory.resolve("r.tsv"), "from\trelation\tto\nA\tcause\tB\n");
    assertThat(relations(Collected.of("relations", ours))).containsExactly("A cause B/OTHER");
  }

  @Test
  void aliasesHaveOneOrMoreStandardNames() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.jsonl"),
            "{\"text\": \"咳个不停\", \"standard\": [\"咳嗽\", \"夜咳\"], \"id\": 7}\n"
                + "{\"text\": \"嗽\", \"standard\": \"咳嗽\"}\n\n"
                + "{\"text\": \"\", \"standard\": [\"x\"]}\n"
                + "{\"text\": \"a\", \"standard\": [7]}\n"
                + "{\"text\": \"a\", \"standard\": []}\n"
                + "{\"text\": \"a\"\n");
    Collected read = Collected.of("aliases", file);
    assertThat(read.aliases)
        .extracting(a -> a.text() + " " + a.standard())
        .containsExactly("咳个不停 [咳嗽, 夜咳]", "嗽 [咳嗽]");
    assertThat(read.skippedLines()).containsExactly("a.jsonl:6: a text without a standard name");
    assertThat(read.problemLines().subList(0, 2))
        .containsExactly(
            "a.jsonl:4: 'text' must be a text that is not blank",
            "a.jsonl:5: 'standard' must be an array of names that are not blank");
    assertThat(read.problemLines().get(2)).startsWith("a.jsonl:7:").contains("not a JSON object");
  }
}
