package org.twinline.terminology.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.twinline.terminology.existence.Existence;
import org.twinline.terminology.existence.ExistenceSettings;
import org.twinline.terminology.existence.ExistenceTrainer;
import org.twinline.terminology.existence.Verdict;

/**
 * How right the verdict "does not exist" is: 2,000 names of a list left out of the index against
 * 2,000 joins that are in no list. Arguments: {@code zh} or {@code en}, then the lists to leave
 * out, each measured by itself (default: {@code zh yibao}).
 */
public final class ExistenceBench {
  private static final int SAMPLE = 2_000;
  private static final int SEEDS = Integer.getInteger("seeds", 5);

  private ExistenceBench() {}

  public static void main(String[] args) throws IOException {
    boolean english = args.length > 0 && args[0].equals("en");
    SortedMap<String, TreeSet<String>> lists =
        english ? ExistenceLists.english() : ExistenceLists.chinese();
    List<String> leftOut =
        args.length > 1 ? List.of(args).subList(1, args.length) : List.of("yibao");
    for (String list : leftOut) {
      TreeSet<String> names = lists.get(list);
      if (names == null) {
        throw new IllegalArgumentException("no list " + list + ", there are " + lists.keySet());
      }
      measure(lists, list, names, english);
    }
  }

  private static void measure(
      SortedMap<String, TreeSet<String>> lists,
      String leftOut,
      TreeSet<String> left,
      boolean english)
      throws IOException {
    TreeSet<String> index = new TreeSet<>();
    lists.forEach((list, names) -> index.addAll(list.equals(leftOut) ? Set.of() : names));
    Set<String> all = new HashSet<>(index);
    all.addAll(left);
    Path file = Files.createTempDirectory("existence").resolve("existence.bin");
    long start = System.nanoTime();
    ExistenceTrainer.train(index, settings(), file);
    double seconds = (System.nanoTime() - start) / 1e9;
    Existence existence = Existence.open(file, index::contains);
    System.out.printf(
        Locale.ROOT,
        "%nLeft out: %s; index %,d names; trained in %.1f s, file %.1f MB%n%n",
        leftOut,
        index.size(),
        seconds,
        Files.size(file) / 1e6);
    System.out.println(
        "| joins | sample | known | called absent: joins | real | precision [95 %] | recall [95 %]"
            + " | precision, unknown only | a name |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    List<ExistenceJoins> ways = new ArrayList<>();
    ways.add(ExistenceJoins.mined(left, english));
    if (!english) {
      ways.add(ExistenceJoins.curated());
    }
    for (ExistenceJoins way : ways) {
      String name = way.equals(ways.get(0)) ? "mined" : "curated";
      for (int seed = 1; seed <= SEEDS; seed++) {
        row(name, seed, existence, new ArrayList<>(left), way.sample(SAMPLE, all, seed));
      }
    }
    Files.delete(file);
    Files.delete(file.getParent());
  }

  private static ExistenceSettings settings() {
    ExistenceSettings standard = ExistenceSettings.standard();
    String precision = System.getProperty("precision", Double.toString(standard.precision()));
    return new ExistenceSettings(
        standard.rows(), standard.leastNames(), Double.parseDouble(precision), standard.trees());
  }

  private static void row(
      String way, int seed, Existence existence, List<String> real, List<String> joins) {
    Collections.shuffle(real, new Random(seed));
    List<String> sample = real.subList(0, Math.min(SAMPLE, real.size()));
    long known = count(sample, existence, Verdict.KNOWN);
    long wrong = count(sample, existence, Verdict.ABSENT);
    long start = System.nanoTime();
    long right = count(joins, existence, Verdict.ABSENT);
    double micros = (System.nanoTime() - start) / 1e3 / joins.size();
    double rightShare = (double) right / joins.size();
    double wrongShare = (double) wrong / (sample.size() - known);
    System.out.printf(
        Locale.ROOT,
        "| %s, %d pairs | %d | %.1f %% | %d of %d | %d of %d | %s | %s | %.1f %% | %.0f µs |%n",
        way,
        joins.size(),
        seed,
        100.0 * known / sample.size(),
        right,
        joins.size(),
        wrong,
        sample.size(),
        share(right, right + wrong),
        share(right, joins.size()),
        100 * rightShare / (rightShare + wrongShare),
        micros);
  }

  private static long count(List<String> names, Existence existence, Verdict verdict) {
    return names.stream().filter(name -> existence.find(name).verdict() == verdict).count();
  }

  /** A share with its 95 % interval (Wilson 1927). */
  private static String share(long hits, long all) {
    double z = 1.959964;
    double p = (double) hits / all;
    double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
    double half = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
    return String.format(
        Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100 * p, 100 * (middle - half), 100 * (middle + half));
  }
}
