package org.twinline.terminology.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.link.Targets;
import org.twinline.terminology.link.TrainingPair;

/** Lists and pairs of the linking measurements, read from {@code -Dtwinline.shared}. */
final class LinkData {
  private LinkData() {}

  static Path shared() {
    String place = System.getProperty("twinline.shared");
    if (place == null) {
      throw new IllegalStateException("give the place of the data: -Dtwinline.shared=DIRECTORY");
    }
    return Path.of(place);
  }

  /** Pairs of an evaluation file. */
  static List<TrainingPair> pairs(String name) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<TrainingPair> out = new ArrayList<>();
    for (String line : Files.readAllLines(shared().resolve("data/eval/" + name + ".jsonl"))) {
      JsonNode node = mapper.readTree(line);
      List<String> standard = new ArrayList<>();
      node.get("standard").forEach(one -> standard.add(one.textValue()));
      out.add(new TrainingPair(node.get("text").textValue(), standard));
    }
    return out;
  }

  /** Code and name by line. */
  static Names procedures() throws IOException {
    Names out = new Names(SemanticType.PROCEDURE);
    Path file = shared().resolve("data/terminology/icd9cm3-cn/yidu-n7k_code.txt");
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      out.add(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
    }
    return out;
  }

  /** The Chinese diagnosis list of the Beijing edition. */
  static Names diagnoses() throws IOException {
    Names out = new Names(SemanticType.DIAGNOSIS);
    Path folder = shared().resolve("data/terminology/icd10-cn-beijing-v601");
    Path file;
    try (var files = Files.list(folder)) {
      file = files.filter(f -> f.toString().endsWith(".xlsx")).sorted().findFirst().orElseThrow();
    }
    for (List<String> row : sheet(file)) {
      out.add(row.get(0).strip(), row.get(1).strip());
    }
    return out;
  }

  private static List<List<String>> sheet(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<List<String>> strings = texts(zip, "xl/sharedStrings.xml", "si");
      List<List<String>> out = new ArrayList<>();
      for (List<String> row : cells(zip, strings)) {
        if (row.size() >= 2) {
          out.add(row);
        }
      }
      return out;
    }
  }

  private static List<List<String>> texts(ZipFile zip, String entry, String item)
      throws IOException {
    List<List<String>> out = new ArrayList<>();
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      StringBuilder text = new StringBuilder();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(item)) {
          text.setLength(0);
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(xml.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(item)) {
          out.add(List.of(text.toString()));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return out;
  }

  private static List<List<String>> cells(ZipFile zip, List<List<String>> strings)
      throws IOException {
    List<List<String>> out = new ArrayList<>();
    try (InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      List<String> row = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      boolean shared = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "row" -> row = new ArrayList<>();
            case "c" -> {
              shared = "s".equals(xml.getAttributeValue(null, "t"));
              text.setLength(0);
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(xml.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          switch (xml.getLocalName()) {
            case "c" -> {
              String value = text.toString().strip();
              row.add(shared ? strings.get(Integer.parseInt(value)).get(0) : value);
            }
            case "row" -> out.add(row);
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return out;
  }

  /** A list of names in memory; equal folded names are one term. */
  static final class Names implements Targets {
    private final SemanticType type;
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final Map<String, Integer> byCode = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<List<String>> synonyms = new ArrayList<>();

    Names(SemanticType type) {
      this.type = type;
    }

    void add(String code, String name) {
      String folded = NameNormaliser.name(name);
      if (folded.isEmpty()) {
        return;
      }
      Integer term = byName.get(folded);
      if (term == null) {
        term = names.size();
        byName.put(folded, term);
        names.add(name);
        codes.add(code);
        synonyms.add(new ArrayList<>());
      }
      byCode.putIfAbsent(code, term);
    }

    /** The term of a name, −1 for none. */
    int find(String name) {
      return byName.getOrDefault(NameNormaliser.name(name), -1);
    }

    /** The term of a code, −1 for none. */
    int findCode(String code) {
      return byCode.getOrDefault(code, -1);
    }

    /** Adds another name of a term; false where it is a name of the list itself. */
    boolean synonym(int term, String name) {
      if (find(name) >= 0 || synonyms.get(term).contains(name)) {
        return false;
      }
      return synonyms.get(term).add(name);
    }

    int synonymCount() {
      return synonyms.stream().mapToInt(List::size).sum();
    }

    @Override
    public int size() {
      return names.size();
    }

    @Override
    public String name(int term) {
      return names.get(term);
    }

    @Override
    public String code(int term) {
      return codes.get(term);
    }

    @Override
    public SemanticType type(int term) {
      return type;
    }

    @Override
    public List<String> synonyms(int term) {
      return synonyms.get(term);
    }
  }

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
