package org.twinline.launcher.export;

import java.nio.file.Path;
import java.util.Locale;

/** Texts of a job as they stand in Markdown: one line, without marks of its own. */
final class Plain {
  private static final int MOST = 200;

  private Plain() {}

  /** A text without control characters and line ends, cut at 200 characters. */
  static String line(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return clean.codePointCount(0, clean.length()) <= MOST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, MOST)) + "…";
  }

  /** The same with every character escaped that Markdown or HTML would read. */
  static String markdown(String text) {
    StringBuilder escaped = new StringBuilder();
    line(text)
        .codePoints()
        .forEach(
            c -> {
              if ("\\`*_{}[]()#+!|<>&~$".indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(c);
            });
    return escaped.toString();
  }

  /** The last part of a path. */
  static String fileName(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }

  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
