package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.Locale;

/** Delimiters as keys write them. */
final class Delimiters {
  private Delimiters() {}

  /**
   * The delimiter; the words {@code tab}, {@code comma}, {@code bar}, {@code blank} stand for it.
   */
  static String of(String text) {
    return switch (text) {
      case "tab", "\\t" -> "\t";
      case "comma" -> ",";
      case "bar" -> "|";
      case "blank" -> " ";
      case "none" -> "";
      default -> text;
    };
  }

  /** The delimiter that a file's name tells: none where a line is one field. */
  static String of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return ",";
    }
    return name.endsWith(".tsv") || name.endsWith(".tab") ? "\t" : "";
  }

  static boolean sheet(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }
}
