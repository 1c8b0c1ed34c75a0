package org.twinline.terminology.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.terminology.NameNormaliser;

/** The lists of names of the existence measurement, folded, by what they are called here. */
final class ExistenceLists {
  private final SortedMap<String, TreeSet<String>> lists = new TreeMap<>();
  private final Path folder = LinkData.shared().resolve("data/terminology");

  private ExistenceLists() {}

  static SortedMap<String, TreeSet<String>> chinese() throws IOException {
    ExistenceLists out = new ExistenceLists();
    LinkData.Names beijing = LinkData.diagnoses();
    for (int term = 0; term < beijing.size(); term++) {
      out.add("beijing", beijing.name(term));
    }
    for (String line : out.lines("icd10-cn-yibao/ZD_INFO_zhejiang_2022.dat")) {
      out.add("yibao", line.substring(line.indexOf(' ') + 1));
    }
    for (String line : out.lines("lexicon-zh/ICD.csv")) {
      out.add("lexicon", line.substring(line.lastIndexOf('\t') + 1));
    }
    for (String line : out.lines("hpo-zh/hp-zh.babelon.tsv")) {
      out.add("hpo", line.split("\t", -1)[5]);
    }
    Path graph = out.folder.resolve("kg-zh/zhihao-chen_disease.csv");
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(Files.readString(graph, Charset.forName("GB18030")))) {
      for (CsvRecord row : rows) {
        out.add("graph", row.getField(0));
        for (String alias : row.getField(1).split("[,，、 ]")) {
          out.add("graph", alias);
        }
      }
    }
    for (String file :
        List.of(
            "dict_disease",
            "dict_symptom",
            "zhihao-chen_disease_vocab",
            "zhihao-chen_symptom_vocab",
            "zhihao-chen_complications_vocab")) {
      out.lines("kg-zh/" + file + ".txt").forEach(line -> out.add("words", line));
    }
    return out.lists;
  }

  static SortedMap<String, TreeSet<String>> english() throws IOException {
    ExistenceLists out = new ExistenceLists();
    for (String line : out.lines("icd10cm/icd10cm-order-Jan-2021.txt")) {
      out.add("icd10cm", line.substring(77));
    }
    for (String line : out.lines("doid/HumanDO.tsv")) {
      out.add("doid", line.split("\t", -1)[1].replace("\"", ""));
    }
    for (String line : out.lines("medic-en/medic_06Jul2012.txt")) {
      String names = line.substring(line.indexOf("||") + 2);
      names = names.contains("||") ? names.substring(names.indexOf("||") + 2) : names;
      List.of(names.split("\\|")).forEach(name -> out.add("medic", name));
    }
    for (String line : out.lines("hpo-zh/hp-zh.babelon.tsv")) {
      out.add("hpo", line.split("\t", -1)[4]);
    }
    return out.lists;
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
  }

  private void add(String list, String name) {
    String folded = NameNormaliser.name(name.strip());
    if (!folded.isEmpty()) {
      lists.computeIfAbsent(list, l -> new TreeSet<>()).add(folded);
    }
  }
}
