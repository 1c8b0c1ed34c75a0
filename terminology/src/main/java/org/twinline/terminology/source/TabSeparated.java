package org.twinline.terminology.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads strict UTF-8 tab-separated lines under a header. There is no quoting: a field holds neither
 * tab nor line break. Blank lines are skipped, fields trimmed.
 */
final class TabSeparated {
  private final Path file;
  private final Set<String> required;
  private final Set<String> optional;
  private final ConceptSink sink;

  TabSeparated(Path file, Set<String> required, Set<String> optional, ConceptSink sink) {
    this.file = file;
    this.required = required;
    this.optional = optional;
    this.sink = sink;
  }

  /** One line under the header. */
  record Row(Path file, long line, Map<String, Integer> columns, List<String> fields) {
    /** The trimmed field of a column, empty where the table lacks the column. */
    String field(String column) {
      Integer index = columns.get(column);
      return index == null ? "" : fields.get(index - 1).strip();
    }

    /** The column's number from 1, 0 where the table lacks it. */
    int column(String name) {
      return columns.getOrDefault(name, 0);
    }

    /** The field's parts between bars; blank parts are left out. */
    List<String> parts(String column) {
      List<String> parts = new ArrayList<>();
      for (String part : field(column).split("\\|")) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts;
    }

    SourceProblem problem(String column, String message) {
      return new SourceProblem(file, line, column(column), message);
    }
  }

  void read(Consumer<Row> rows) throws IOException {
    String text = decode();
    if (text.isBlank()) {
      sink.problem(new SourceProblem(file, 0, 0, "the file is empty, expected a header line"));
      return;
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator('\t')
            .quoteCharacter('\0')
            .skipEmptyLines(true)
            .ofCsvRecord(new StringReader(text))) {
      Map<String, Integer> columns = new LinkedHashMap<>();
      for (CsvRecord record : reader) {
        long line = record.getStartingLineNumber();
        if (columns.isEmpty()) {
          if (!header(record, line, columns)) {
            return;
          }
        } else if (!record.getFields().stream().allMatch(String::isBlank)) {
          row(record, line, columns, rows);
        }
      }
    }
  }

  private void row(CsvRecord record, long line, Map<String, Integer> columns, Consumer<Row> rows) {
    if (record.getFieldCount() != columns.size()) {
      sink.problem(
          new SourceProblem(
              file,
              line,
              0,
              "%d columns, expected %d".formatted(record.getFieldCount(), columns.size())));
    } else {
      rows.accept(new Row(file, line, columns, record.getFields()));
    }
  }

  private boolean header(CsvRecord record, long line, Map<String, Integer> columns) {
    Set<String> missing = new HashSet<>(required);
    boolean sound = true;
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = record.getField(i).strip();
      String wrong = null;
      if (!required.contains(name) && !optional.contains(name)) {
        wrong = "unknown column '%s', known are %s".formatted(name, known());
      } else if (columns.put(name, i + 1) != null) {
        wrong = "column '%s' stands twice".formatted(name);
      }
      missing.remove(name);
      if (wrong != null) {
        sink.problem(new SourceProblem(file, line, i + 1, wrong));
        sound = false;
      }
    }
    for (String name : missing.stream().sorted().toList()) {
      sink.problem(new SourceProblem(file, line, 0, "missing column '%s'".formatted(name)));
      sound = false;
    }
    return sound;
  }

  private List<String> known() {
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    return all.stream().sorted().toList();
  }

  private String decode() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      int line = 1;
      int fields = 1;
      for (int i = 0; i < bytes.position(); i++) {
        fields = bytes.get(i) == '\n' ? 1 : bytes.get(i) == '\t' ? fields + 1 : fields;
        line += bytes.get(i) == '\n' ? 1 : 0;
      }
      throw new SourceException(
          List.of(
              new SourceProblem(
                  file, line, fields, "not UTF-8 at byte " + bytes.position() + " of the file")));
    }
    text.flip();
    if (text.hasRemaining() && text.get(text.position()) == '\ufeff') {
      text.get();
    }
    return text.toString();
  }
}
