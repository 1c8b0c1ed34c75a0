package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the smallest XLSX files that are ones. */
final class Workbook {
  private Workbook() {}

  /** A workbook whose sheets hold rows of texts; an empty text is no cell. */
  static Path write(Path file, Map<String, List<List<String>>> sheets) throws IOException {
    StringBuilder book = new StringBuilder();
    StringBuilder links = new StringBuilder();
    StringBuilder types = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      int number = 0;
      for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
        number++;
        book.append(
            "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                .formatted(sheet.getKey(), number, number));
        links.append(
            ("<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                    + "2006/relationships/worksheet\" Target=\"worksheets/sheet%d.xml\"/>")
                .formatted(number, number));
        types.append(
            ("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd."
                    + "openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")
                .formatted(number));
        add(zip, "xl/worksheets/sheet" + number + ".xml", rows(sheet.getValue()));
      }
      add(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              + "<sheets>"
              + book
              + "</sheets></workbook>");
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + links
              + "</Relationships>");
      add(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
              + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + types
              + "</Types>");
    }
    return file;
  }

  private static String rows(List<List<String>> rows) {
    StringBuilder out =
        new StringBuilder(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      out.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String text = rows.get(r).get(c);
        if (!text.isEmpty()) {
          String at = (char) ('A' + c) + String.valueOf(r + 1);
          out.append(
              text.matches("[0-9.]+")
                  ? "<c r=\"%s\"><v>%s</v></c>".formatted(at, text)
                  : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text));
        }
      }
      out.append("</row>");
    }
    return out.append("</sheetData></worksheet>").toString();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    zip.write((head + text).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
