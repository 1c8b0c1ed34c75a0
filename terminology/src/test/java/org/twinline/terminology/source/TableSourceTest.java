package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.TerminologyBuilder;

class TableSourceTest {
  @TempDir Path directory;

  private static final String HEADER =
      "code\tparent\tzh\ten\tzh_synonyms\ten_synonyms\tattributes\n";

  private List<String> problems(String diagnoses, String relations) throws IOException {
    Files.writeString(directory.resolve("diagnoses.tsv"), diagnoses);
    Files.writeString(directory.resolve("relations.tsv"), relations);
    SourceException error =
        catchThrowableOfType(
            SourceException.class,
            () ->
                TerminologyBuilder.of(TableSource.folder(directory))
                    .write(directory.resolve("out")));
    assertThat(error).isNotNull();
    assertThat(directory.resolve("out")).doesNotExist();
    return error.problems().stream()
        .map(p -> p.toString().substring(directory.toString().length() + 1))
        .toList();
  }

  @Test
  void namesEveryPlaceThatIsWrong() throws IOException {
    String table =
        HEADER
            + "A\t\t甲\tfirst\t\t\tsite:肺=lung\n"
            + "B\tZ\t乙\tsecond\t\t\t\n"
            + "A\t\t丙\tthird\t\t\t\n"
            + "D\tA\t丁\n"
            + "\n"
            + "E\tA\t\t\t\t\t\n"
            + "F\tA\t己\tsixth\t\t\tlung|Site:肺=lung|site:=\n"
            + "\tA\t庚\tseventh\t\t\t\n"
            + "H H\tA\t辛\teighth\t\t\t\n";
    String relations = "from\trelation\tto\nA\tcures\tB\nA\tcause\tQ\nA\tcause\tB\tx\n";
    assertThat(problems(table, relations))
        .containsExactly(
            "diagnoses.tsv:3:2: unknown parent 'Z'",
            "diagnoses.tsv:4:1: duplicate code 'A', first in line 2",
            "diagnoses.tsv:5: 3 columns, expected 7",
            "diagnoses.tsv:7:3: concept 'E' has no name",
            "diagnoses.tsv:8:7: illegal attribute 'lung', expected axis:中文=english",
            "diagnoses.tsv:8:7: illegal axis: 'Site', must be lower-case letters",
            "diagnoses.tsv:8:7: Cannot make an atomic entity without a name on site",
            "diagnoses.tsv:9:1: illegal ICD10CM/2021 code: '', must not be empty or hold white space",
            "diagnoses.tsv:10:1: illegal ICD10CM/2021 code: 'H H', must not be empty or hold white"
                + " space",
            "relations.tsv:2:2: unknown relation 'cures', known are has_symptom, treated_by,"
                + " examined_by, complication, cause, differential",
            "relations.tsv:3:3: unknown code 'Q'",
            "relations.tsv:4: 4 columns, expected 3");
  }

  @Test
  void namesWrongColumns() throws IOException {
    assertThat(problems("code\tzh\tcolour\tzh\nA\t甲\tred\t乙\n", ""))
        .containsExactly(
            "diagnoses.tsv:1:3: unknown column 'colour', known are [atc, attributes, code, en,"
                + " en_synonyms, parent, zh, zh_synonyms]",
            "diagnoses.tsv:1:4: column 'zh' stands twice",
            "diagnoses.tsv:1: missing column 'en'",
            "relations.tsv: the file is empty, expected a header line");
  }

  @Test
  void namesACycle() throws IOException {
    assertThat(
            problems(
                HEADER + "A\tB\t甲\ta\t\t\t\nB\tC\t乙\tb\t\t\t\nC\tB\t丙\tc\t\t\t\n",
                "from\trelation\tto\n"))
        .hasSize(1)
        .first()
        .asString()
        .matches("diagnoses.tsv:[34]:2: code '[BC]' is above itself");
  }

  @Test
  void namesBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = (HEADER + "A\t\tX\ta\t\t\t\n").getBytes(StandardCharsets.UTF_8);
    bytes[HEADER.length() + 3] = (byte) 0xff;
    Files.write(directory.resolve("diagnoses.tsv"), bytes);
    assertThatThrownBy(
            () ->
                TerminologyBuilder.of(TableSource.folder(directory))
                    .write(directory.resolve("out")))
        .isInstanceOf(SourceException.class)
        .hasMessageEndingWith(
            "diagnoses.tsv:2:3: not UTF-8 at byte " + (HEADER.length() + 3) + " of the file");
  }

  @Test
  void quotesAreOrdinaryCharactersAndAByteOrderMarkIsSkipped() throws IOException {
    Files.writeString(
        directory.resolve("diagnoses.tsv"), "\ufeff" + HEADER + "A\t\t\"甲\"\t\"a\" b\t\t\t\r\n");
    assertThat(
            TerminologyBuilder.of(TableSource.folder(directory))
                .write(directory.resolve("out"))
                .concepts())
        .isEqualTo(1);
  }

  @Test
  void abbreviationsAreCapitals() {
    assertThat(List.of("AMI", "T2DM", "COVID19", "Asthma", "A", "PCI"))
        .filteredOn(TableSource::abbreviation)
        .containsExactly("AMI", "T2DM", "PCI");
  }
}
