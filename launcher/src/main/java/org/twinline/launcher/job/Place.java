package org.twinline.launcher.job;

/**
 * Where a value was written: a line and column of the job file, both from 1, the column in
 * characters; or an override on the command line, whose line is 0.
 */
record Place(String source, int line, int column) implements Comparable<Place> {

  /** A value that the command line gave. */
  static Place override(String setting) {
    return new Place("--set " + setting, 0, 0);
  }

  /** The whole of a file. */
  static Place file(String source) {
    return new Place(source, 0, 0);
  }

  boolean inFile() {
    return line > 0;
  }

  /** Lines of the file first, in their order; then overrides. */
  @Override
  public int compareTo(Place that) {
    if (inFile() != that.inFile()) {
      return inFile() ? -1 : 1;
    }
    return line != that.line
        ? Integer.compare(line, that.line)
        : Integer.compare(column, that.column);
  }

  @Override
  public String toString() {
    return inFile() ? source + ":" + line + ":" + column : source;
  }
}
