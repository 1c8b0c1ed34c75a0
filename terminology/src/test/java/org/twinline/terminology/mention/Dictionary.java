package org.twinline.terminology.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.store.NameTable;

/** Tables of names for the tests; a name of capital letters counts in capitals only. */
final class Dictionary {
  private Dictionary() {}

  static NameTable of(String... names) {
    SortedMap<String, NameTable.Entry> entries = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      int flags = names[i].matches("[A-Z]+") ? NameTable.CAPITALS : 0;
      entries.put(
          NameNormaliser.name(names[i]), new NameTable.Entry(names[i], flags, new int[] {i}));
    }
    try {
      Path directory = Files.createTempDirectory("twinline-names");
      Path file = directory.resolve("names.bin");
      try {
        NameTable.sections(entries).write(file);
        return NameTable.open(file);
      } finally {
        Files.delete(file); // what is mapped stays readable
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
