package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Reads every file of the list of sources that the measurements are made with, where the data is
 * there ({@code -Dtwinline.shared}), and compares what each brings with what it is known to hold.
 */
class SharedSourcesTest {
  private static final Path DATA =
      Path.of(System.getProperty("twinline.shared", "../../shared")).resolve("data/terminology");
  private static final Path LIST =
      Path.of(System.getProperty("twinline.root", ".."))
          .resolve("docs/benchmarks/terminology-sources.yaml");

  /** Counts what a source brings. */
  private static final class Counts implements ConceptSink {
    private int concepts;
    private int names;
    private int relations;
    private int crosswalk;
    private int aliases;
    private int skipped;
    private final List<SourceProblem> problems = new ArrayList<>();
    private String encoding = "";

    @Override
    public void concept(SourceConcept concept) {
      concepts++;
    }

    @Override
    public void names(SourceNames group) {
      names++;
    }

    @Override
    public void relation(SourceRelation relation) {
      relations++;
    }

    @Override
    public void crosswalk(SourceCrosswalk row) {
      crosswalk++;
    }

    @Override
    public void alias(SourceAlias alias) {
      aliases++;
    }

    @Override
    public void problem(SourceProblem problem) {
      problems.add(problem);
    }

    @Override
    public void skipped(SourceProblem problem) {
      skipped++;
    }

    @Override
    public void encoding(Path file, String found) {
      encoding = found;
    }
  }

  private static Counts of(Map<String, Counts> read, String file) {
    return Objects.requireNonNull(read.get(file), file);
  }

  @Test
  void everyFileBringsWhatItHolds() throws IOException {
    assumeTrue(
        Files.isDirectory(DATA),
        () -> "no shared data at " + DATA.toAbsolutePath() + "; set -Dtwinline.shared");
    Map<String, Counts> read = new HashMap<>();
    for (SourceSpec spec : SourceSpec.of(new YAMLMapper().readTree(LIST.toFile()), DATA)) {
      Counts counts = new Counts();
      for (TerminologySource source : spec.sources()) {
        source.read(counts);
      }
      String sheet = spec.keys().getOrDefault("sheet", "");
      read.put(DATA.relativize(spec.path()) + (sheet.isEmpty() ? "" : "#" + sheet), counts);
      assertThat(counts.problems).as(spec.path().toString()).isEmpty();
    }
    Map<String, Integer> concepts =
        Map.ofEntries(
            Map.entry("icd10cm/icd10cm-order-Jan-2021.txt", 95_358),
            Map.entry("icd10cm/icd10cm_tabular_2021.xml", 95_638),
            Map.entry("icd10-who/icd_10_v2019.xml", 12_542),
            Map.entry("icd10-who/code-description-pairs.txt", 12_542),
            Map.entry("icd10-cn-beijing-v601/*.xlsx", 40_474),
            Map.entry("icd10-cn-yibao/ZD_INFO_zhejiang_2022.dat", 33_304),
            Map.entry("icd9cm3-cn/yidu-n7k_code.txt", 9_867),
            Map.entry("icd9cm3-cn/SS_INFO_zhejiang_2022.dat", 13_686),
            Map.entry("atc/WHO_ATC-DDD_2026-04-25.csv", 6_996),
            Map.entry("atc/yibao_drug_classification_ATC_zh.xlsx#西药", 8_332),
            Map.entry("atc/yibao_drug_classification_ATC_zh.xlsx#中药", 10_216),
            Map.entry("drugbank/drugbank_vocabulary.csv", 14_315),
            Map.entry("labtest-zh/check_cure_charge_items.xlsx", 2_235),
            Map.entry("doid/HumanDO.tsv", 12_296),
            Map.entry("doid/*.obo", 4_723),
            Map.entry("hpo-zh/hp-zh.babelon.tsv", 18_988),
            Map.entry("medic-en/medic_06Jul2012.txt", 11_915));
    concepts.forEach(
        (file, count) -> assertThat(of(read, file).concepts).as(file).isEqualTo(count));
    Map<String, Integer> names =
        Map.ofEntries(
            Map.entry("drug-zh/drug_product_trade_generic.csv", 16_428),
            Map.entry("drug-zh/drug_instructions_gb18030.csv", 20_969),
            Map.entry("kg-zh/zhihao-chen_disease.csv", 13_507),
            Map.entry("kg-zh/zhihao-chen_symptom_vocab.txt", 5_927),
            Map.entry("kg-zh/dict_disease.txt", 8_807),
            Map.entry("kg-zh/dict_symptom.txt", 5_998),
            Map.entry("kg-zh/dict_check.txt", 3_353),
            Map.entry("lexicon-zh/ICD.csv", 54_304),
            Map.entry("lexicon-zh/THUOCL_medical.txt", 18_749),
            Map.entry("lexicon-zh/medicine.txt", 65_570));
    names.forEach((file, count) -> assertThat(of(read, file).names).as(file).isEqualTo(count));
    assertThat(of(read, "icd10-cn-index/icd10_vol3_index_zh_en.csv").names).isGreaterThan(45_000);
    assertThat(of(read, "icd9cm3-cn/index/*.csv").names).isGreaterThan(10_000);
    assertThat(of(read, "icd10-cn-yibao/ZD_MAP_zhejiang_2022.dat").crosswalk).isEqualTo(35_591);
    assertThat(of(read, "icd9cm3-cn/SS_MAP_zhejiang_2022.dat").crosswalk).isEqualTo(13_654);
    assertThat(of(read, "doid/disease-symptom.tsv").relations).isEqualTo(2_222);
    assertThat(of(read, "kg-zh/zhihao-chen_disease.csv").relations).isGreaterThan(120_000);
    assertThat(of(read, "kg-zh/zhihao-chen_disease.csv").skipped).isLessThan(10_000);
    assertThat(of(read, "kg-zh/zhihao-chen_disease.csv").encoding).isEqualTo("GB18030 (found)");
    assertThat(of(read, "drug-zh/drug_instructions_gb18030.csv").encoding)
        .isEqualTo("GB18030 (found)");
  }

  @Test
  void trainingTextsAreAliases() throws IOException {
    Path folder = DATA.resolveSibling("eval");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "no shared data at " + folder.toAbsolutePath() + "; set -Dtwinline.shared");
    Map<String, Integer> rows =
        Map.of("chip-cdn-train", 6_000, "yidu-n7k-train", 4_000, "symptom-train", 4_476);
    for (Map.Entry<String, Integer> entry : rows.entrySet()) {
      Counts counts = new Counts();
      Path file = folder.resolve(entry.getKey() + ".jsonl");
      for (TerminologySource source : Sources.of("aliases", file, Map.of())) {
        source.read(counts);
      }
      assertThat(counts.problems).isEmpty();
      assertThat(counts.aliases + counts.skipped).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }
}
