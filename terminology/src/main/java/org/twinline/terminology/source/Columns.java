package org.twinline.terminology.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds columns as a mapping names them: by the name in the header, else by letters as in a
 * spreadsheet ({@code A}, {@code AB}), by number from 1, or from the last one ({@code -1}).
 *
 * @param header the names; empty where the table has none
 */
record Columns(List<String> header) {
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,3}");
  private static final Pattern NUMBER = Pattern.compile("-?[1-9][0-9]{0,3}");

  /**
   * The number of a column: from 1, or below 0 counted from the end of the row; empty where there
   * is none.
   */
  Optional<Integer> find(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equals(name)) {
        return Optional.of(i + 1);
      }
    }
    if (NUMBER.matcher(name).matches()) {
      return Optional.of(Integer.parseInt(name));
    }
    return LETTERS.matcher(name).matches() ? Optional.of(letters(name)) : Optional.empty();
  }

  private static int letters(String name) {
    int column = 0;
    for (int i = 0; i < name.length(); i++) {
      column = column * 26 + (name.charAt(i) - 'A' + 1);
    }
    return column;
  }

  /** The number from 1 of a column that {@link #find} gave, for a row. */
  static int in(Row row, int column) {
    return column < 0 ? row.fields().size() + 1 + column : column;
  }
}
