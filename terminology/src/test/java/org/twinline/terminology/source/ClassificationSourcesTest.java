package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order file, tabular list, WHO's tree, lists of codes, crosswalks, ATC. */
class ClassificationSourcesTest {
  @TempDir Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static String order(String number, String code, String flag, String brief, String title) {
    return "%-5s %-7s %s %-60s %s".formatted(number, code, flag, brief, title);
  }

  @Test
  void orderFileSetsThePointAndKeepsADifferentShortTitle() throws IOException {
    Path file =
        file(
            "order.txt",
            String.join(
                "\r\n",
                order("00001", "Q00", "0", "Small cough", "Small cough"),
                order("00002", "Q00XXXA", "1", "Sm cough, init", "Small cough, initial encounter"),
                order("00003", "Q001", "1", "Cough, 7thA", "Large cough"),
                ""));
    Collected read = Collected.of("icd10cm-order", file, "edition=2021");
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.conceptLines())
        .containsExactly(
            "ICD10CM:Q00 Small cough/PREN",
            "ICD10CM:Q00.XXXA Small cough, initial encounter/PREN|Sm cough, init/SYEN",
            "ICD10CM:Q00.1 Large cough/PREN");
    assertThat(read.concepts.get(0).concept().code().system().edition()).isEqualTo("2021");
  }

  @Test
  void orderFileNamesThePlaceOfEachFault() throws IOException {
    Path file =
        file(
            "order.txt",
            String.join(
                "\n",
                "00001 Q00     0 Small cough",
                order("0000x", "Q00", "0", "a", "a"),
                order("00003", "Q0-0", "0", "a", "a"),
                order("00004", "Q001", "2", "a", "a")));
    assertThat(Collected.of("icd10cm-order", file).problemLines())
        .containsExactly(
            "order.txt:1:28: the line ends after 27 characters, the long title stands from 78",
            "order.txt:2:1: illegal order number '0000x'",
            "order.txt:3:7: illegal ICD-10-CM code 'Q0-0'",
            "order.txt:4:15: illegal flag '2', must be 0 or 1");
  }

  private static final String TABULAR =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <ICD10CM.tabular>
        <version>2021</version>
        <chapter>
          <name>1</name>
          <desc>Coughs (Q00-Q09)</desc>
          <section id="Q00-Q01">
            <desc>Loud coughs (Q00-Q01)</desc>
            <diag>
              <name>Q00</name>
              <desc>Small cough</desc>
              <sevenChrDef>
                <extension char="A">first day</extension>
                <extension char="D">later day</extension>
              </sevenChrDef>
              <notes>
                <note>7th characters A and D do not apply to codes in category Q00 with 6th character 2 - none, or 3 - none.</note>
              </notes>
              <diag>
                <name>Q00.1</name>
                <desc>Dry cough</desc>
                <inclusionTerm><note>Barking cough NOS</note><note>Tussis</note></inclusionTerm>
                <excludes1><note>silence (Q09)</note></excludes1>
              </diag>
              <diag><name>Q00.212</name><desc>Wet cough</desc></diag>
            </diag>
          </section>
          <section id="Q09">
            <desc>Silence (Q09)</desc>
            <diag><name>Q09</name><desc>Silence</desc></diag>
          </section>
        </chapter>
      </ICD10CM.tabular>
      """;

  @Test
  void tabularListHasATreeInclusionTermsAndSeventhCharacters() throws IOException {
    Collected read = Collected.of("icd10cm-tabular", file("tab.xml", TABULAR));
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.conceptLines())
        .containsExactlyInAnyOrder(
            "ICD10CM:Q00-Q09 Coughs/PREN",
            "ICD10CM:Q00-Q01 Loud coughs/PREN <Q00-Q09",
            "ICD10CM:Q00 Small cough/PREN <Q00-Q01",
            "ICD10CM:Q00.1 Dry cough/PREN|Barking cough NOS/SYEN|Barking cough/ALEN|Tussis/SYEN"
                + " <Q00",
            "ICD10CM:Q00.1XXA Dry cough, first day/PREN <Q00.1",
            "ICD10CM:Q00.1XXD Dry cough, later day/PREN <Q00.1",
            "ICD10CM:Q00.212 Wet cough/PREN <Q00",
            "ICD10CM:Q09 Silence/PREN <Q00-Q09");
    assertThat(read.concepts.get(0).concept().code().system().edition()).isEqualTo("2021");
    assertThat(
            Collected.of(
                    "icd10cm-tabular",
                    file("tab.xml", TABULAR),
                    "seventh-characters=false",
                    "edition=x")
                .concepts)
        .hasSize(6)
        .allMatch(c -> c.concept().code().system().edition().equals("x"));
  }

  @Test
  void xmlThatIsNotWellFormedOrHasADocumentTypeIsRefusedWithItsPlace() throws IOException {
    assertThat(
            Collected.of("icd10cm-tabular", file("a.xml", "<a>\n  <b>\n</a>"))
                .problemLines()
                .get(0))
        .startsWith("a.xml:3:3: not well-formed XML: ");
    String doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>";
    assertThat(Collected.of("icd10-who", file("b.xml", doctype)).problemLines())
        .containsExactly("b.xml:1:56: holds a document type, which is not read");
  }

  @Test
  void whoTreeKeepsRomanChapters() throws IOException {
    String xml =
        """
        <icd>
          <item type="chapter"><name>IV</name><description>Coughs</description>
            <item type="block"><name>Q00-Q09</name><description>Loud ones</description>
              <item type="category"><name>Q00</name><description>Small</description></item>
            </item>
          </item>
          <item type="chapter"><name>V</name></item>
        </icd>
        """;
    Collected read = Collected.of("icd10-who", file("who.xml", "\ufeff" + xml), "edition=2019");
    assertThat(read.conceptLines())
        .containsExactly(
            "ICD10:IV Coughs/PREN",
            "ICD10:Q00-Q09 Loud ones/PREN <IV",
            "ICD10:Q00 Small/PREN <Q00-Q09");
    assertThat(read.problemLines())
        .containsExactly("who.xml:7:24: an item without name or description");
  }

  @Test
  void codesAreSeparatedByATabOrTheFirstBlank() throws IOException {
    Path blanks =
        file(
            "codes.dat",
            "A01.000x005+J17.0* 咳嗽 并发肺炎\r\nM80000/3 恶性咳\r\nA01.1\r\nA01.2 咳\r\nA01.2 嗽\r\n");
    Collected read = Collected.of("codes", blanks, "system=ICD10CN", "edition=e");
    assertThat(read.conceptLines())
        .containsExactly(
            "ICD10CN:A01.000x005+J17.0* 咳嗽 并发肺炎/PRZH",
            "ICD10CN:M80000/3 恶性咳/PRZH",
            "ICD10CN:A01.2 咳/PRZH",
            "ICD10CN:A01.2 嗽/SYZH");
    assertThat(read.problemLines())
        .containsExactly("codes.dat:3:6: no blank and name after the code");
    Path tabs = file("tabs.txt", "00.1\t咳嗽 切除术\n00 1\t咳\n");
    Collected tabbed = Collected.of("codes", tabs, "system=ICD9CM3");
    assertThat(tabbed.conceptLines()).containsExactly("ICD9CM3:00.1 咳嗽 切除术/PRZH");
    assertThat(tabbed.concepts.get(0).concept().type())
        .isEqualTo(org.twinline.terminology.SemanticType.PROCEDURE);
    assertThat(tabbed.problemLines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("tabs.txt:2:1: illegal");
  }

  @Test
  void runningNumbersAreNoCodes() throws IOException {
    Path file = file("list.csv", "22877\t咳嗽\ntest 1\t咳\n");
    Collected read = Collected.of("codes", file, "code=ignore", "names=WORDS");
    assertThat(read.nameLines()).containsExactly("咳嗽", "咳");
    assertThat(read.names.get(0).origin().names().orElseThrow().id()).isEqualTo("WORDS");
    assertThat(read.concepts).isEmpty();
  }

  @Test
  void crosswalkHasTwoCodesALine() throws IOException {
    Path file = file("map.dat", "A01.0+G01* A01.1\nA02\t A03\nA04\n");
    Collected read = Collected.of("crosswalk", file, "system=ICD10CN", "from=a", "to=X/b");
    assertThat(read.crosswalk)
        .extracting(row -> row.from() + " " + row.to())
        .containsExactly("ICD10CN/a:A01.0+G01* X/b:A01.1", "ICD10CN/a:A02 X/b:A03");
    assertThat(read.problemLines()).containsExactly("map.dat:3: 1 codes in the line, expected 2");
  }

  @Test
  void atcTakesARepeatedCodeOnce() throws IOException {
    Path file =
        file(
            "atc.csv",
            "atc_code,atc_name,ddd\nA,COUGHS,NA\nA01AB02,\"cough, dry\",1\nA01AB02,\"cough, dry\",2\n"
                + "A1,bad,NA\n");
    Collected read = Collected.of("atc", file);
    assertThat(read.conceptLines())
        .containsExactly("ATC:A COUGHS/PREN", "ATC:A01AB02 cough, dry/PREN");
    assertThat(read.problemLines()).containsExactly("atc.csv:5:1: illegal ATC code 'A1'");
    assertThat(Collected.of("atc", file("no.csv", "code,name\nA,b\n")).problemLines())
        .containsExactly(
            "no.csv:1: missing column 'atc_code', there are: [code, name]",
            "no.csv:1: missing column 'atc_name', there are: [code, name]");
  }
}
