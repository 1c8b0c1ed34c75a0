package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Free tables and spreadsheets. */
class MappedSourceTest {
  @TempDir Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void mapsColumnsByHeaderAndSplitsSynonyms() throws IOException {
    Path file =
        file(
            "drugs.csv",
            "Column1;Column2;Column3\nDrug ID;Common name;Synonyms\n"
                + "D1;Coughex;Tussin | \"Old; syrup\" | CX\nD2;\"Big; cough\";\n;Nobody;\nD3;;x\n");
    Collected read =
        Collected.of(
            "table",
            file,
            "system=DRUGBANK",
            "delimiter=;",
            "quotes=false",
            "header-rows=2",
            "code=Drug ID",
            "name=Common name",
            "synonyms=Synonyms",
            "synonym-separator= | ");
    assertThat(read.conceptLines())
        .containsExactly(
            "DRUGBANK:D1 Coughex/PREN|Tussin/SYEN|\"Old/SYEN",
            "DRUGBANK:D2 \"Big/PREN|cough\"/SYEN",
            "DRUGBANK:D3 x/SYEN");
    assertThat(read.skippedLines()).containsExactly("drugs.csv:5:1: a row without a code");
    Collected quoted =
        Collected.of(
            "table",
            file("q.csv", "id,zh,en\n1,\"干,咳\",\"a \"\"dry\"\" cough\"\n"),
            "system=X",
            "code=id",
            "zh=zh",
            "en=en");
    assertThat(quoted.conceptLines()).containsExactly("X:1 干,咳/PRZH|a \"dry\" cough/PREN");
  }

  @Test
  void takesColumnsByNumberFromEitherEndAndCodesByAPattern() throws IOException {
    Path file = file("m.txt", "C1||small cough\nC2|9||7||large cough|tussis magna|TMX\n");
    Collected read =
        Collected.of(
            "table",
            file,
            "system=M",
            "delimiter=||",
            "code=1",
            "code-pattern=([^|]+)[|].*",
            "name=-1",
            "synonym-separator=bar");
    assertThat(read.conceptLines())
        .containsExactly(
            "M:C1 small cough/PREN", "M:C2 large cough/PREN|tussis magna/SYEN|TMX/ABEN");
  }

  @Test
  void findsParentsByName() throws IOException {
    Path file =
        file(
            "do.tsv",
            "id\tlabel\tabove\n\"DO:1\"\t\"cough\"\t\"\"\n\"DO:2\"\t\"dry cough\"\t\"cough\"\n"
                + "DO:3\tdry cough\tnothing\nDO:4\twet\tdry cough\n");
    Collected read =
        Collected.of(
            "table", file, "system=DO", "code=id", "name=label", "parent=above", "parent-by=name");
    assertThat(read.conceptLines())
        .containsExactly(
            "DO:1 cough/PREN", "DO:2 dry cough/PREN <1", "DO:3 dry cough/PREN", "DO:4 wet/PREN");
    assertThat(read.skippedLines())
        .containsExactly(
            "do.tsv:4:3: the parent's name stands nowhere in this file",
            "do.tsv:5:3: the parent's name stands at several codes");
  }

  @Test
  void rowsWithoutACodeAreNames() throws IOException {
    Path pairs = file("p.csv", "x,product,generic\n1,咳停片,咳停\n2,咳停,咳停\n3,,\n");
    Collected read =
        Collected.of("table", pairs, "names=D", "type=drug", "name=generic", "synonyms=product");
    assertThat(read.nameLines()).containsExactly("咳停|咳停片", "咳停");
    assertThat(read.names.get(0).names())
        .allMatch(d -> d.kind() == org.twinline.terminology.Designation.Kind.ALIAS);
    assertThat(read.skippedLines()).containsExactly("p.csv:4:3: a row without a name");
    Collected words = Collected.of("table", file("w.txt", "干咳\n\n湿咳\n"), "system=W");
    assertThat(words.nameLines()).containsExactly("干咳", "湿咳");
    assertThat(words.names.get(0).origin().names().orElseThrow().id()).isEqualTo("W");
    Collected left = Collected.of("table", file("w.txt", "干咳\t7\n"), "delimiter=tab");
    assertThat(left.nameLines()).containsExactly("干咳");
    assertThat(left.names.get(0).origin().names()).isEmpty();
  }

  @Test
  void namesBrokenQuotesAndMissingColumns() throws IOException {
    Path open = file("o.csv", "name,code\na,1\n\"b,2\nc,3\n");
    assertThat(Collected.of("table", open, "system=X", "name=name", "code=code").problemLines())
        .containsExactly("o.csv:3: a quote opens here and is never closed");
    Path after = file("a.csv", "name,code\n\"a\"b,1\n");
    assertThat(
            Collected.of("table", after, "system=X", "name=name", "code=code")
                .problemLines()
                .get(0))
        .startsWith("a.csv:2: cannot read the record: Unexpected character after closing quote");
    assertThat(Collected.of("table", after, "system=X", "name=nome", "code=code").problemLines())
        .containsExactly("a.csv:1: missing column 'nome', there are: [name, code]");
    assertThatThrownBy(() -> Collected.of("table", after, "name=name", "code=code"))
        .hasMessage("format table needs the key 'system' (and 'edition' if it has one)");
    assertThatThrownBy(() -> Collected.of("table", after, "system=X", "code=code", "levels=A"))
        .hasMessage("illegal key 'levels': 'A', must be pairs CODE:NAME|CODE:NAME");
    assertThatThrownBy(
            () -> Collected.of("table", after, "system=X", "code=code", "code-pattern=(a"))
        .hasMessageStartingWith("illegal key 'code-pattern': Unclosed group");
  }

  @Test
  void oneSeparatedTableOfOursNeedsNoMapping() throws IOException {
    Path file = file("t.tsv", "code\tzh\ten\nA\t甲\tfirst\n");
    assertThat(Collected.of("table", file, "system=T", "edition=1").conceptLines())
        .containsExactly("T:A 甲/PRZH|first/PREN");
  }

  @Test
  void spreadsheetHasColumnsByLetterAndATreeOfLevels() throws IOException {
    Path file =
        Workbook.write(
            directory.resolve("x.xlsx"),
            Map.of(
                "药",
                List.of(
                    List.of("代码", "一", "一名", "二", "二名", "名称"),
                    List.of("X-A01-1-P", "XA", "咳药", "XA01", "干咳药", "咳停"),
                    List.of("X-A01-1-Q", "XA", "咳药", "XA01", "干咳药", "咳停"),
                    List.of("", "", "", "", "", ""),
                    List.of("X-A01-2-P", "XA", "咳药", "XA01", "干咳药", "咳宁"))));
    Collected read =
        Collected.of(
            "xlsx",
            file,
            "sheet=药",
            "system=YB",
            "type=drug",
            "code=A",
            "header-rows=1",
            "code-pattern=(X-[^-]+-[^-]+)-.*",
            "name=名称",
            "levels=一:一名|D:E",
            "also=ATC",
            "strip=X");
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.conceptLines())
        .containsExactly(
            "YB:XA ATC:A 咳药/PRZH",
            "YB:XA01 ATC:A01 干咳药/PRZH <XA",
            "YB:X-A01-1 咳停/PRZH <XA01",
            "YB:X-A01-1 咳停/SYZH <XA01",
            "YB:X-A01-2 咳宁/PRZH <XA01");
    assertThat(read.concepts.get(4).origin().line()).isEqualTo(5);
  }

  @Test
  void spreadsheetWithoutHeaderStartsWithItsFirstRow() throws IOException {
    Path file =
        Workbook.write(
            directory.resolve("x.xlsx"),
            Map.of(
                "s",
                List.of(List.of("A00", "咳"), List.of("A01.0+G01*", "干咳"), List.of("12.5", "嗽"))));
    Collected read = Collected.of("xlsx", file, "system=ICD10CN", "code=A", "name=B");
    assertThat(read.conceptLines())
        .containsExactly("ICD10CN:A00 咳/PRZH", "ICD10CN:A01.0+G01* 干咳/PRZH", "ICD10CN:12.5 嗽/PRZH");
    assertThat(Collected.of("xlsx", file, "sheet=t", "name=B").problemLines())
        .containsExactly("x.xlsx: no sheet 't', there are: s");
    assertThat(Collected.of("xlsx", file("bad.xlsx", "no zip"), "name=B").problemLines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("bad.xlsx: not a");
  }
}
