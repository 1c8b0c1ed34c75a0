package org.twinline.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What one trainer reads. */
interface Exporter {
  /** The files, one a stage and dataset. */
  List<TrainerFile> files();

  /**
   * Writes what the trainer wants beside its files.
   *
   * @param folder the trainer's own
   * @param written the files there, only those that hold rows
   */
  default void complete(Path folder, List<TrainerFile> written) throws IOException {}
}
