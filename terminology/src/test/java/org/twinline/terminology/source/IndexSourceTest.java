package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names composed of the lines of a printed index. */
class IndexSourceTest {
  @TempDir Path directory;

  private static final String HEADER =
      "level,chinese,english,code,confidence,malignant_primary,malignant_secondary,in_situ,benign,"
          + "uncertain_or_unspecified\n";

  private Collected index(String lines, String... keys) throws IOException {
    Path file = Files.writeString(directory.resolve("index.csv"), HEADER + lines);
    String[] all = new String[keys.length + 1];
    System.arraycopy(keys, 0, all, 0, keys.length);
    all[keys.length] = "system=ICD10";
    return Collected.of("index-zh-en", file, all);
  }

  private static String line(int level, String zh, String en, String code) {
    return "%d,\"%s\",\"%s\",%s,0.99,,,,,\n".formatted(level, zh, en, code);
  }

  @Test
  void composesModifiersFromTheOutsideIn() throws IOException {
    Collected read =
        index(
            line(0, "N", "", "")
                + line(1, "nóng 脓", "", "")
                + line(2, "脓肿(伴有热)", "Abscess (with fever)", "L02.9")
                + line(3, "肝", "liver, hepatic", "K75.0")
                + line(4, "急性", "acute", "K75.1")
                + line(4, "伴有黄疸", "with jaundice", "K75.2")
                + line(3, "眼睑", "eyelid", "H00.0")
                + line(4, "上", "upper", "H00.1")
                + line(3, "鼻", "nose", "J34.0")
                + line(4, "骨的", "bone", "J34.1")
                + line(3, "由于", "due to", "")
                + line(4, "虫", "worm", "B83.9"));
    assertThat(read.nameLines())
        .containsExactly(
            "ICD10:L02.9 脓肿|Abscess",
            "ICD10:K75.0 肝脓肿|liver Abscess|hepatic Abscess",
            "ICD10:K75.1 急性肝脓肿|acute liver Abscess",
            "ICD10:K75.2 肝脓肿伴有黄疸|liver Abscess with jaundice",
            "ICD10:H00.0 眼睑脓肿|eyelid Abscess",
            "ICD10:H00.1 上眼睑脓肿|upper eyelid Abscess",
            "ICD10:J34.0 鼻脓肿|nose Abscess",
            "ICD10:J34.1 鼻骨脓肿|bone nose Abscess",
            "ICD10:B83.9 Abscess due to worm");
  }

  @Test
  void readsSynonymsInversionsAndPairsOfCodes() throws IOException {
    Collected read =
        index(
            line(1, "xiū 休", "", "")
                + line(2, "休克[虚脱]", "Shock", "R57.9")
                + line(3, "特指的NEC", "specified NEC", "R57.8")
                + line(3, "未特指部位", "unspecified site", "R57.7")
                + line(2, "休克,过敏性", "Shock, anaphylactic", "T78.2")
                + line(2, "休-尔病[休曼-尔登][骨软化症]", "Schumann-Erden disease", "M42.0+ G01*")
                + line(2, "休曼病或综合征", "Schumann disease or syndrome", "M42.-")
                + line(2, "休息(M8000/3)", "Rest (M8000/3)", "Z73.2 Z73.3"));
    assertThat(read.nameLines())
        .containsExactly(
            "ICD10:R57.9 休克|虚脱|Shock",
            "ICD10:R57.7 休克|虚脱|Shock",
            "ICD10:T78.2 过敏性休克|anaphylactic Shock",
            "ICD10:M42.0 休-尔病|休曼-尔登病|骨软化症|Schumann-Erden disease",
            "ICD10:M42 休曼病|休曼综合征|Schumann disease or syndrome",
            "ICD10:Z73.2 休息|Rest");
  }

  @Test
  void followsCrossReferencesWhereTheyLeadToACode() throws IOException {
    Collected read =
        index(
            line(1, "gān 肝", "", "")
                + line(2, "肝硬变", "Cirrhosis", "K74.6")
                + line(3, "酒精性", "alcoholic", "K70.3")
                + line(2, "肝硬化-见肝硬变，酒精性", "Hardening - see Cirrhosis, alcoholic", "")
                + line(2, "肝肿 - 另见情况", "Swelling - see condition", ""));
    assertThat(read.nameLines())
        .containsExactly(
            "ICD10:K74.6 肝硬变|Cirrhosis",
            "ICD10:K70.3 酒精性肝硬变|alcoholic Cirrhosis",
            "ICD10:K70.3 肝硬化|Hardening");
    assertThat(read.skippedLines())
        .containsExactly("index.csv:6:2: points to a line without a code, or to several");
  }

  @Test
  void namesEachColumnOfTheTableOfNeoplasms() throws IOException {
    Collected read =
        index(
            "1,zhǒng 肿,,,,,,,,\n2,肿瘤，肿瘤性,\"Neoplasm, neoplastic\",C80,0.99,C80,,D09.9,D36.9,D48.9\n"
                + "3,胃(粘膜)#,stomach,C16.9 C78.8,0.99,C16.9,C78.8,D00.2,D13.1,D37.1\n"
                + "4,壁,wall,C16.8 D13.1,0.99,C16.8,,,D13.1,\n");
    assertThat(read.nameLines())
        .containsExactly(
            "ICD10:C16.9 胃恶性肿瘤|malignant neoplasm of stomach",
            "ICD10:C78.8 胃继发性恶性肿瘤|secondary malignant neoplasm of stomach",
            "ICD10:D00.2 胃原位癌|carcinoma in situ of stomach",
            "ICD10:D13.1 胃良性肿瘤|benign neoplasm of stomach",
            "ICD10:D37.1 胃动态未定肿瘤|neoplasm of uncertain behaviour of stomach",
            "ICD10:C16.8 胃壁恶性肿瘤",
            "ICD10:D13.1 胃壁良性肿瘤");
  }

  @Test
  void skipsWhatWasReadBadlyAndWhatStandsUnderIt() throws IOException {
    Collected read =
        index(
            line(1, "gān 肝", "", "")
                + line(2, "肝炎", "Hepatitis", "K75.9")
                + line(4, "急性", "acute", "K72.0")
                + "3,慢性,chronic,K73.9,0.5,,,,,\n"
                + line(4, "活动性", "active", "K73.2")
                + line(2, "注：按部位编码。", "Note: code by site.", "")
                + line(2, "脾炎", "Splenitis", "D73.8")
                + line(3, "病毒性", "viral", "B19.9")
                + line(3, "慢性", "chronic", "不明"));
    assertThat(read.nameLines())
        .containsExactly("ICD10:K75.9 肝炎|Hepatitis", "ICD10:B19.9 病毒性肝炎|viral Hepatitis");
    assertThat(read.skippedLines())
        .containsExactly(
            "index.csv:4:2: level 4 without a level 3 above it",
            "index.csv:5:2: read with too little confidence",
            "index.csv:6:2: under a line that was skipped",
            "index.csv:8:2: a main term that begins otherwise than its heading",
            "index.csv:10:4: no single code: '不明'");
    assertThat(index(line(1, "gān 肝", "", "") + "x,a,b,c,1,,,,,\n").problemLines())
        .containsExactly("index.csv:3:1: illegal level 'x', must be a number");
  }

  @Test
  void goesOnInTheNextFileAndRestoresCodes() throws IOException {
    String header = "page,level,chinese,english,code\n";
    Files.writeString(
        directory.resolve("p-001.csv"),
        header
            + "1,0,K,K,\n1,1,扩张,Dilation,\n1,2,\"胆管,肝\",\"duct, hepatic\",51.81[51.10]\n1,2,眼,eye,8.3\n");
    Files.writeString(
        directory.resolve("p-002.csv"),
        header + "2,3,内镜,endoscopic,51.84\n2,1,eyelid 睑,eyelid,08.1\n2,2,上,upper,08.11\n");
    Collected read =
        Collected.of(
            "index-zh-en", directory.resolve("p-*.csv"), "system=ICD9CM3", "code-form=chinese");
    assertThat(read.nameLines())
        .containsExactly(
            "ICD9CM3:51.8100 肝胆管扩张|hepatic duct Dilation",
            "ICD9CM3:08.3x00 眼扩张|eye Dilation",
            "ICD9CM3:51.8400 内镜眼扩张|endoscopic eye Dilation");
    assertThat(read.skippedLines())
        .containsExactly(
            "p-002.csv:3:3: a main term that is not capitalised: it has lost what it stands under",
            "p-002.csv:4:3: under a line that was skipped");
    assertThat(read.names.get(0).type()).isEqualTo(org.twinline.terminology.SemanticType.PROCEDURE);
  }
}
