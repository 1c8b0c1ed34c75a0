package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;

/** A file that brings concepts or relations. */
public interface TerminologySource {

  /** The file, whose checksum becomes part of the index description. */
  Path file();

  /** The name of the format, as in {@code --source FORMAT:PATH}. */
  String format();

  /**
   * Reads the file once, reporting what cannot be read to the sink instead of throwing.
   *
   * @throws IOException if the file cannot be read at all
   */
  void read(ConceptSink sink) throws IOException;
}
