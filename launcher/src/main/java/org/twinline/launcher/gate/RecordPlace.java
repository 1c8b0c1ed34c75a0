package org.twinline.launcher.gate;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * Where a record came from.
 *
 * @param file index among the run's inputs
 * @param offset of its line in the decompressed input
 * @param id of the question, and of the candidate after a slash; empty for dead letters
 * @param lot a hash of the others
 */
record RecordPlace(int file, long offset, String id, long lot) {
  /** An order that is the same in every run and favours no record. */
  static final Comparator<RecordPlace> LOT =
      Comparator.comparingLong(RecordPlace::lot)
          .thenComparingInt(RecordPlace::file)
          .thenComparingLong(RecordPlace::offset)
          .thenComparing(RecordPlace::id);

  static RecordPlace of(int file, long offset, String id) {
    long lot =
        Hashing.murmur3_128()
            .newHasher()
            .putInt(file)
            .putLong(offset)
            .putString(id, StandardCharsets.UTF_8)
            .hash()
            .asLong();
    return new RecordPlace(file, offset, id, lot);
  }
}
