package org.twinline.launcher.gate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that checks look at: figures of bounded size, for a run as for a baseline. */
record Sketch(SortedMap<Slice, Cell> cells) {
  Sketch {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  Optional<Cell> cell(Slice slice) {
    return Optional.ofNullable(cells.get(slice));
  }

  /** The slices of a kind, by value. */
  List<Slice> slices(SliceBy by) {
    return cells.keySet().stream().filter(slice -> slice.by().equals(by.word())).toList();
  }
}
