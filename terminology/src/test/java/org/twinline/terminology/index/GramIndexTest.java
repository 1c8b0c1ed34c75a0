package org.twinline.terminology.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GramIndexTest {
  private static final List<String> NAMES =
      List.of("肺炎", "细菌性肺炎", "病毒性肺炎", "肺结核", "acute gastritis", "gastritis", "胃炎", "2型糖尿病");

  @TempDir Path directory;

  @Test
  void ranksByCosine() throws IOException {
    try (GramIndex index = written(NAMES, GramIndex.BUDGET)) {
      assertThat(search(index, "细菌性肺炎", 3)).startsWith(1).hasSize(3);
      assertThat(search(index, "gastritis", 5)).containsExactly(5, 4);
      assertThat(search(index, "2型糖尿病", 1)).containsExactly(7);
      float[] scores = new float[2];
      assertThat(index.search("肺炎", 2, new int[2], scores)).isEqualTo(2);
      assertThat(scores[0]).isEqualTo(1f);
      assertThat(scores[1]).isBetween(0f, 1f);
      assertThat(index.size()).isEqualTo(NAMES.size());
    }
  }

  @Test
  void findsNothingWhereNothingIsShared() throws IOException {
    try (GramIndex index = written(NAMES, GramIndex.BUDGET)) {
      assertThat(search(index, "", 5)).isEmpty();
      assertThat(search(index, "骨折", 5)).isEmpty();
      assertThat(search(index, " ", 5)).isEmpty();
      assertThatThrownBy(() -> index.search("肺", 3, new int[2], new float[3]))
          .hasMessage("illegal limit: 3, must be between 1 and the length of both arrays");
    }
  }

  @Test
  void tiesGoToTheEarlierName() throws IOException {
    try (GramIndex index = written(List.of("甲丁", "乙丁", "丙丁", "甲"), GramIndex.BUDGET)) {
      assertThat(search(index, "丁", 2)).containsExactly(0, 1);
    }
  }

  @Test
  void theBudgetBoundsWhatIsRead() throws IOException {
    List<String> names = new ArrayList<>();
    IntStream.range(0, 500).forEach(i -> names.add("炎" + (char) (0x4e00 + i)));
    names.add("罕炎");
    try (GramIndex index = written(names, 10)) {
      assertThat(search(index, "罕炎", 64)).containsExactly(500);
      assertThat(search(index, "炎", 64)).hasSize(10);
    }
  }

  @Test
  void agreesWithTheDefinition() throws IOException {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    List<String> names = IntStream.range(0, 17_000).mapToObj(i -> name(random)).toList();
    try (GramIndex index = written(names, Integer.MAX_VALUE)) {
      Map<Long, Integer> frequencies = new HashMap<>();
      names.forEach(n -> grams(n).forEach(g -> frequencies.merge(g, 1, Integer::sum)));
      for (int round = 0; round < 8; round++) {
        String query = name(random);
        int[] ids = new int[10];
        float[] scores = new float[10];
        int found = index.search(query, 10, ids, scores);
        double[] expected =
            names.stream()
                .mapToDouble(n -> cosine(query, n, frequencies, names.size()))
                .filter(c -> c > 0)
                .map(c -> -c)
                .sorted()
                .limit(10)
                .map(c -> -c)
                .toArray();
        assertThat(found).as("-Dtwinline.seed=%s, %s", seed, query).isEqualTo(expected.length);
        for (int i = 0; i < found; i++) {
          assertThat((double) scores[i])
              .as("-Dtwinline.seed=%s, %s, rank %s", seed, query, i)
              .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-4))
              .isCloseTo(
                  cosine(query, names.get(ids[i]), frequencies, names.size()),
                  org.assertj.core.data.Offset.offset(1e-4));
        }
      }
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() throws IOException {
    Random random = new Random(7);
    List<String> names = IntStream.range(0, 2_000).mapToObj(i -> name(random)).toList();
    List<String> queries = names.subList(0, 400);
    try (GramIndex index = written(names, GramIndex.BUDGET)) {
      List<List<Integer>> alone = queries.stream().map(q -> search(index, q, 5)).toList();
      List<List<Integer>> together =
          queries.parallelStream().map(q -> search(index, q, 5)).toList();
      assertThat(together).isEqualTo(alone);
    }
  }

  private GramIndex written(List<String> names, int budget) throws IOException {
    GramIndex.write(names, directory.resolve("grams"));
    return GramIndex.open(directory.resolve("grams"), budget);
  }

  private static List<Integer> search(GramIndex index, String form, int limit) {
    int[] ids = new int[limit];
    int found = index.search(form, limit, ids, new float[limit]);
    return IntStream.range(0, found).mapToObj(i -> ids[i]).toList();
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    if (random.nextInt(3) == 0) {
      for (int words = random.nextInt(3); words >= 0; words--) {
        for (int i = random.nextInt(6); i >= 0; i--) {
          name.append((char) ('a' + random.nextInt(5)));
        }
        name.append(words > 0 ? " " : "");
      }
    } else {
      for (int i = random.nextInt(12); i >= 0; i--) {
        name.append((char) (0x4e00 + random.nextInt(1 + random.nextInt(300))));
      }
    }
    return name.toString();
  }

  private static Set<Long> grams(String form) {
    Grams grams = new Grams();
    grams.of(form);
    Set<Long> set = new HashSet<>();
    IntStream.range(0, grams.size()).forEach(i -> set.add(grams.key(i)));
    return set;
  }

  private static double cosine(String a, String b, Map<Long, Integer> frequencies, int n) {
    Set<Long> left = grams(a);
    Set<Long> right = grams(b);
    double both = 0;
    for (long gram : left) {
      both += right.contains(gram) ? square(gram, frequencies, n) : 0;
    }
    return both / Math.sqrt(squares(left, frequencies, n) * squares(right, frequencies, n));
  }

  private static double squares(Set<Long> grams, Map<Long, Integer> frequencies, int n) {
    return grams.stream().mapToDouble(g -> square(g, frequencies, n)).sum();
  }

  private static double square(long gram, Map<Long, Integer> frequencies, int n) {
    return Math.pow(Math.log(1 + (double) n / Math.max(1, frequencies.getOrDefault(gram, 0))), 2);
  }
}
