package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.text.Normalise;

/**
 * Splits a cell that holds several names.
 *
 * <p>Names are separated by commas, semicolons, enumeration commas and bars, and by blanks beside a
 * Chinese character or a digit; a blank between two words of an alphabet belongs to the name, and
 * nothing is split inside brackets. Links such as {@code [详细]} are dropped.
 */
final class ListCell {
  private static final String SEPARATORS = ",，;；、|\n\t";
  private static final String OPENING = "(（[【〔";
  private static final String CLOSING = ")）]】〕";

  private ListCell() {}

  /** The names, trimmed, without empty ones. */
  static List<String> split(String cell) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 && depth > 0 ? -1 : 0;
      if (depth == 0 && (SEPARATORS.indexOf(c) >= 0 || separatingBlank(cell, i))) {
        add(name, names);
      } else {
        name.append(c);
      }
    }
    add(name, names);
    return names;
  }

  private static void add(StringBuilder name, List<String> names) {
    String text = name.toString().strip();
    name.setLength(0);
    if (!text.isEmpty() && !(text.startsWith("[") && text.endsWith("]"))) {
      names.add(text);
    }
  }

  private static boolean separatingBlank(String cell, int at) {
    if (!Character.isWhitespace(cell.charAt(at)) && cell.charAt(at) != '\u3000') {
      return false;
    }
    boolean before = at > 0 && latin(cell.charAt(at - 1));
    boolean after = at + 1 < cell.length() && latin(cell.charAt(at + 1));
    return !(before && after && !chinese(cell));
  }

  private static boolean latin(char c) {
    return Character.isLetter(c) && !Normalise.isHan(c);
  }

  private static boolean chinese(String cell) {
    return cell.codePoints().anyMatch(Normalise::isHan);
  }

  /** Whether a name was cut off by whoever wrote the cell. */
  static boolean cut(String name) {
    return name.endsWith("...") || name.endsWith("…");
  }

  /** Whether a text says that nothing is known, or is a sentence or a path and no name. */
  static boolean noName(String name) {
    return name.startsWith("暂无")
        || name.equals("无")
        || name.equals("其他")
        || name.equals("不详")
        || name.chars().anyMatch(c -> "？?>。！!：:%".indexOf(c) >= 0);
  }
}
