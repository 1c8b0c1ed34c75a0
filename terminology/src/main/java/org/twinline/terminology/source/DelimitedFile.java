package org.twinline.terminology.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows of delimited text.
 *
 * @param delimiter between fields; empty where a line is one field
 * @param quotes what {@code "} around a field means
 */
record DelimitedFile(Path file, Optional<Charset> encoding, String delimiter, Quoting quotes)
    implements Row.Reader {
  /** What quotes mean. */
  enum Quoting {
    /** They are characters like others, but for those around a whole field. */
    NONE,
    /** A field that starts with one ends with one, as in RFC 4180. */
    STRICT,
    /**
     * The same, and what stands between the end of a quoted field and the next delimiter is kept.
     */
    LENIENT;

    /** Strict where fields may be quoted at all. */
    static Quoting of(boolean quoted) {
      return quoted ? STRICT : NONE;
    }
  }

  /** The longest field, in characters: longer ones come from a quote that is never closed. */
  static final int MAX_FIELD = 1 << 16;

  @Override
  public void read(Row.Taker rows, ConceptSink sink) throws IOException {
    Optional<TextFile> text = TextFile.open(file, encoding, sink);
    if (text.isEmpty()) {
      return;
    }
    boolean[] any = {false};
    Row.Taker counted =
        row -> {
          any[0] = true;
          return rows.take(row);
        };
    boolean sound;
    try (BufferedReader reader = text.get().reader()) {
      sound =
          delimiter.length() == 1 && quotes != Quoting.NONE
              ? quoted(reader, counted, sink)
              : plain(reader, counted, sink);
    }
    if (sound && !any[0]) {
      sink.problem(new SourceProblem(file, 0, 0, "the file holds no row"));
    }
  }

  /** Reads lines; false if one was reported. */
  private boolean plain(BufferedReader reader, Row.Taker rows, ConceptSink sink)
      throws IOException {
    boolean sound = true;
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.length() > MAX_FIELD) {
        sink.problem(
            new SourceProblem(file, number, 0, "the line is longer than 65536 characters"));
        sound = false;
      } else if (!line.isBlank() && !rows.take(new Row(file, number, split(line)))) {
        return sound;
      }
    }
    return sound;
  }

  private List<String> split(String line) {
    if (delimiter.isEmpty()) {
      return List.of(line);
    }
    List<String> fields = new ArrayList<>(8);
    int from = 0;
    for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
      fields.add(unquoted(line.substring(from, at)));
      from = at + delimiter.length();
    }
    fields.add(unquoted(line.substring(from)));
    return fields;
  }

  /** Without the quotes that some tools put around every field of a file without quoting. */
  private static String unquoted(String field) {
    int end = field.length() - 1;
    boolean wrapped = end > 0 && field.charAt(0) == '"' && field.charAt(end) == '"';
    return wrapped && field.indexOf('"', 1) == end ? field.substring(1, end) : field;
  }

  /** Reads records; false if something was reported. */
  private boolean quoted(Reader reader, Row.Taker rows, ConceptSink sink) throws IOException {
    Quotes counted = new Quotes(reader);
    long last = 0;
    boolean open = false;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(delimiter.charAt(0))
            .acceptCharsAfterQuotes(quotes == Quoting.LENIENT)
            .ofCsvRecord(counted)) {
      Iterator<CsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        CsvRecord record = records.next();
        Row row = new Row(file, record.getStartingLineNumber(), record.getFields());
        last = row.line();
        String end = row.fields().get(row.fields().size() - 1);
        open = end.indexOf('\n') >= 0;
        if (open && !records.hasNext() && counted.odd) {
          break;
        }
        open = false;
        if (!row.blank() && !rows.take(row)) {
          return true;
        }
      }
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      sink.problem(
          new SourceProblem(
              file,
              last + 1,
              0,
              "cannot read the record: %s (a quote that is not closed?)"
                  .formatted(cause.getMessage())));
      return false;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (open) {
      sink.problem(new SourceProblem(file, last, 0, "a quote opens here and is never closed"));
    }
    return !open;
  }

  /** Remembers whether the number of quotes read is odd. */
  private static final class Quotes extends FilterReader {
    private boolean odd;

    Quotes(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
      int count = super.read(chars, from, length);
      for (int i = from; i < from + count; i++) {
        odd ^= chars[i] == '"';
      }
      return count;
    }
  }
}
