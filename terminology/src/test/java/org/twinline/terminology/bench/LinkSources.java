package org.twinline.terminology.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Further names of the terms of a list, from other sources; each says how many it added. */
final class LinkSources {
  private LinkSources() {}

  /** Names in brackets of the alphabetical index, where one side is a name of the list. */
  static int index(LinkData.Names targets) throws IOException {
    Path file =
        LinkData.shared().resolve("data/terminology/icd10-cn-index/icd10_vol3_index_zh_en.csv");
    int added = 0;
    for (List<String> row : rows(Files.readString(file))) {
      if (row.size() < 3 || row.get(2).indexOf('[') < 0) {
        continue;
      }
      String[] names = row.get(2).split("[\\[\\]]+");
      added += join(targets, List.of(names));
    }
    return added;
  }

  /** Aliases of the knowledge graph's diseases, where one side is a name of the list. */
  static int graph(LinkData.Names targets) throws IOException {
    Path file = LinkData.shared().resolve("data/terminology/kg-zh/zhihao-chen_disease.csv");
    String text = Files.readString(file, Charset.forName("GB18030"));
    int added = 0;
    for (List<String> row : rows(text)) {
      if (row.size() < 2 || row.get(1).isBlank()) {
        continue;
      }
      List<String> names = new ArrayList<>();
      names.add(row.get(0));
      names.addAll(List.of(row.get(1).split("[,，、;；\\s]+")));
      added += join(targets, names);
    }
    return added;
  }

  /** Every name that the list lacks becomes a synonym of the first that it has. */
  private static int join(LinkData.Names targets, List<String> names) {
    int term = -1;
    for (String name : names) {
      term = term < 0 ? targets.find(name) : term;
    }
    int added = 0;
    for (String name : names) {
      if (term >= 0 && name.strip().length() > 1 && name.length() < 30) {
        added += targets.synonym(term, name.strip()) ? 1 : 0;
      }
    }
    return added;
  }

  /** Comma-separated rows with quoted cells. */
  private static List<List<String>> rows(String text) {
    List<List<String>> out = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          out.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return out;
  }
}
