package org.twinline.terminology.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a sheet of an XLSX workbook; the values of formulas are those saved with them.
 *
 * @param sheet its name; the first one where empty
 */
record SheetFile(Path file, Optional<String> sheet) implements Row.Reader {

  @Override
  public void read(Row.Taker rows, ConceptSink sink) throws IOException {
    try (ReadableWorkbook book = open()) {
      Optional<Sheet> chosen =
          sheet.isPresent() ? book.findSheet(sheet.get()) : book.getSheets().findFirst();
      if (chosen.isEmpty()) {
        String known = book.getSheets().map(Sheet::getName).collect(Collectors.joining(", "));
        sink.problem(
            new SourceProblem(
                file, 0, 0, "no sheet '%s', there are: %s".formatted(sheet.orElse(""), known)));
        return;
      }
      if (!read(chosen.get(), rows)) {
        sink.problem(new SourceProblem(file, 0, 0, "the sheet holds no row"));
      }
    } catch (ExcelReaderException | UncheckedIOException e) {
      sink.problem(new SourceProblem(file, 0, 0, "not a readable XLSX file: " + e.getMessage()));
    }
  }

  /** Opens the workbook; one that cannot be opened is not XLSX. */
  private ReadableWorkbook open() {
    try {
      return new ReadableWorkbook(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands the rows over; false if there is none. */
  private boolean read(Sheet from, Row.Taker rows) throws IOException {
    boolean any = false;
    try (Stream<org.dhatim.fastexcel.reader.Row> all = from.openStream()) {
      Iterator<org.dhatim.fastexcel.reader.Row> each = all.iterator();
      while (each.hasNext()) {
        org.dhatim.fastexcel.reader.Row cells = each.next();
        List<String> fields = new ArrayList<>(cells.getCellCount());
        for (int i = 0; i < cells.getCellCount(); i++) {
          fields.add(text(cells.getCell(i)));
        }
        Row row = new Row(file, cells.getRowNum(), fields);
        any |= !row.blank();
        if (!row.blank() && !rows.take(row)) {
          break;
        }
      }
    }
    return any;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    return cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA
        ? String.valueOf(cell.getRawValue() == null ? "" : cell.getRawValue())
        : cell.getText();
  }
}
