package org.twinline.launcher.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.verdict.RejectionReason;

/** Counts the records of a run or slice; its size depends on their kinds, not on their number. */
final class CellBuilder {
  static final String KEPT = "kept";
  static final String DROPPED = "dropped";
  static final String DEAD = "dead_lettered";
  static final String ASKED = "asked";
  static final String VERIFIED = "verified";

  static final List<String> DUPLICATES =
      List.of(
          RejectionReason.DUPLICATE_ID.code(),
          RejectionReason.DUPLICATE_CANDIDATE.code(),
          RejectionReason.DUPLICATE_QUESTION.code());

  private final SortedMap<String, double[]> counts = new TreeMap<>();
  private final SortedMap<String, DistributionBuilder> distributions = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, double[]>> categories = new TreeMap<>();
  private final SortedMap<String, PlaceSample> places = new TreeMap<>();

  /** Counts one and remembers where it is. */
  void count(String key, int cluster, RecordPlace place) {
    counts.computeIfAbsent(key, k -> new double[Clusters.COUNT])[cluster]++;
    places.computeIfAbsent(key, k -> new PlaceSample()).offer(place);
  }

  void value(String key, Bins bins, double value, int cluster, RecordPlace place) {
    distributions
        .computeIfAbsent(key, k -> new DistributionBuilder(bins))
        .add(value, cluster, place);
  }

  void category(String key, String value, int cluster) {
    categories.computeIfAbsent(key, k -> new TreeMap<>())
        .computeIfAbsent(value, k -> new double[Clusters.COUNT])[cluster]++;
  }

  /** Some places of records: of a count, or at the low or high end of a distribution. */
  List<RecordPlace> places(String key, boolean high) {
    DistributionBuilder distribution = distributions.get(key);
    if (distribution != null) {
      return high ? distribution.highest() : distribution.lowest();
    }
    return Optional.ofNullable(places.get(key)).map(PlaceSample::places).orElse(List.of());
  }

  /** The counted figures, and the shares that follow from them. */
  Cell build() {
    SortedMap<String, Long> whole = new TreeMap<>();
    counts.forEach((key, groups) -> whole.put(key, (long) sum(groups)));
    double[] kept = groups(KEPT);
    double[] dropped = under(DROPPED);
    double[] dead = under(DEAD);
    double[] read = plus(plus(kept, dropped), dead);
    whole.putIfAbsent(KEPT, 0L);
    whole.put(DROPPED, (long) sum(dropped));
    whole.put(DEAD, (long) sum(dead));
    whole.put("read", (long) sum(read));
    SortedMap<String, Share> shares = new TreeMap<>();
    share(shares, "kept_share", kept, read);
    share(shares, "dropped_share", dropped, read);
    share(shares, "dead_letter_share", dead, read);
    for (String key : counts.keySet()) {
      if (key.startsWith(DROPPED + ".")) {
        share(shares, "dropped_share" + key.substring(DROPPED.length()), groups(key), read);
      } else if (key.startsWith(DEAD + ".")) {
        share(shares, "dead_letter_share" + key.substring(DEAD.length()), groups(key), read);
      }
    }
    double[] duplicates = new double[Clusters.COUNT];
    for (String reason : DUPLICATES) {
      duplicates = plus(duplicates, groups(DROPPED + "." + reason));
    }
    share(shares, "duplicate_share", duplicates, read);
    double[] asked = groups(ASKED);
    share(shares, "verified_share", groups(VERIFIED), asked);
    share(shares, "unsure_share", groups(DROPPED + ".unsure"), asked);
    whole.remove(ASKED);
    whole.remove(VERIFIED);
    return new Cell(whole, shares, built(), fallen());
  }

  private SortedMap<String, Distribution> built() {
    SortedMap<String, Distribution> built = new TreeMap<>();
    distributions.forEach((key, builder) -> built.put(key, builder.build()));
    return built;
  }

  private SortedMap<String, Categories> fallen() {
    SortedMap<String, Categories> fallen = new TreeMap<>();
    categories.forEach(
        (key, values) -> {
          double[] all = new double[Clusters.COUNT];
          SortedMap<String, Long> sums = new TreeMap<>();
          for (Map.Entry<String, double[]> value : values.entrySet()) {
            sums.put(value.getKey(), (long) sum(value.getValue()));
            all = plus(all, value.getValue());
          }
          fallen.put(key, new Categories(sums, effective(values, all)));
        });
    return fallen;
  }

  /** n over the mean of the categories' design effects, each weighing 1 − its share. */
  private static double effective(SortedMap<String, double[]> values, double[] all) {
    double n = sum(all);
    double effects = 0;
    double weights = 0;
    for (double[] groups : values.values()) {
      double p = sum(groups) / n;
      if (p < 1) {
        effects += (1 - p) * n / effective(groups, all);
        weights += 1 - p;
      }
    }
    return weights == 0 ? n : Math.min(n, Math.max(Math.min(1, n), n * weights / effects));
  }

  private static double effective(double[] hits, double[] of) {
    double p = sum(hits) / sum(of);
    return Clusters.effective(hits, of, Math.sqrt(p * (1 - p)));
  }

  private static void share(
      SortedMap<String, Share> shares, String name, double[] hits, double[] of) {
    if (sum(of) > 0) {
      shares.put(name, new Share((long) sum(hits), (long) sum(of), effective(hits, of)));
    }
  }

  private double[] under(String key) {
    double[] all = new double[Clusters.COUNT];
    for (Map.Entry<String, double[]> count : counts.entrySet()) {
      if (count.getKey().startsWith(key + ".")) {
        all = plus(all, count.getValue());
      }
    }
    return all;
  }

  private double[] groups(String key) {
    return counts.getOrDefault(key, new double[Clusters.COUNT]);
  }

  private static double[] plus(double[] a, double[] b) {
    double[] both = a.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += b[i];
    }
    return both;
  }

  private static double sum(double[] groups) {
    double sum = 0;
    for (double group : groups) {
      sum += group;
    }
    return sum;
  }
}
