package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The formats {@code xlsx} and {@code table} with a mapping: a free table whose keys say what its
 * columns mean.
 *
 * @param rows the table
 */
record MappedSource(String format, Path file, Row.Reader rows, Mapping mapping)
    implements TerminologySource {
  /** Keys of the format {@code xlsx}. */
  static final Set<String> SHEET_KEYS = Set.of("sheet");

  /** Keys of delimited text. */
  static final Set<String> TEXT_KEYS = Set.of("delimiter", "quotes");

  /** A source of a spreadsheet. */
  static MappedSource sheet(String format, Path file, Keys keys) {
    return new MappedSource(
        format, file, new SheetFile(file, keys.text("sheet")), Mapping.of(keys));
  }

  /** A source of delimited text. */
  static MappedSource text(Path file, Keys keys) {
    String delimiter = keys.text("delimiter").map(Delimiters::of).orElse(Delimiters.of(file));
    boolean quoted = keys.flag("quotes", delimiter.equals(",") || delimiter.equals(";"));
    return new MappedSource(
        "table",
        file,
        new DelimitedFile(file, keys.encoding(), delimiter, DelimitedFile.Quoting.of(quoted)),
        Mapping.of(keys));
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Map<String, String> codesByName = new HashMap<>();
    if (mapping.parentByName()) {
      MappedRows first = new MappedRows(file, mapping, Map.of(), new Silent());
      boolean sound = pass(first, new Silent(), row -> first.index(row, codesByName));
      if (!sound) {
        codesByName.clear();
      }
    }
    MappedRows second = new MappedRows(file, mapping, codesByName, sink);
    pass(second, sink, second::row);
  }

  private boolean pass(MappedRows to, ConceptSink sink, Consumer<Row> each) throws IOException {
    List<Row> header = new ArrayList<>();
    boolean[] sound = {true};
    boolean[] begun = {false};
    rows.read(
        row -> {
          if (!begun[0]) {
            int headers = headerRows(row, header);
            boolean ofHeader = header.size() < headers;
            if (ofHeader) {
              header.add(row);
            }
            if (header.size() >= headers) {
              begun[0] = true;
              sound[0] = to.begin(header, row);
            }
            if (ofHeader || !sound[0]) {
              return sound[0];
            }
          }
          each.accept(row);
          return true;
        },
        sink);
    return sound[0];
  }

  /**
   * How many rows the header has: as stated, else one where the first row holds a name that the
   * mapping asks for.
   */
  private int headerRows(Row row, List<Row> header) {
    int stated = mapping.values().headerRows();
    if (stated >= 0) {
      return stated;
    }
    if (!header.isEmpty()) {
      return 1;
    }
    Set<String> wanted = new TreeSet<>(mapping.synonyms());
    mapping.code().ifPresent(wanted::add);
    mapping.parent().ifPresent(wanted::add);
    mapping.names().forEach(name -> wanted.add(name.column()));
    mapping.levels().forEach(level -> wanted.addAll(List.of(level)));
    return row.fields().stream().map(String::strip).anyMatch(wanted::contains) ? 1 : 0;
  }
}
