package org.twinline.launcher.gate;

import java.util.List;
import java.util.TreeSet;

/** A few places of all that were offered, whatever the order. */
final class PlaceSample {
  static final int MOST = 3;

  private final TreeSet<RecordPlace> places = new TreeSet<>(RecordPlace.LOT);

  void offer(RecordPlace place) {
    if (places.size() < MOST || RecordPlace.LOT.compare(place, places.last()) < 0) {
      places.add(place);
      if (places.size() > MOST) {
        places.pollLast();
      }
    }
  }

  List<RecordPlace> places() {
    return List.copyOf(places);
  }
}
