package org.twinline.terminology.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.twinline.core.Require;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.Match;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.index.LuceneOnly;
import org.twinline.terminology.link.TextLinker;
import org.twinline.terminology.source.TableSource;
import org.twinline.terminology.store.NameTable;

/**
 * What an index of a million names costs, by the thread's own processor time.
 *
 * <ul>
 *   <li>{@code build TABLE.tsv FOLDER} (run with -Xmx2g): time, peak heap and size of the build;
 *   <li>{@code retrieval FOLDER}: the gram index and the baseline alone, into the same folder;
 *   <li>{@code look FOLDER} (run with -Xmx512m): opening, exact look-ups, search, retrieval and how
 *       much of the baseline's and of the unbounded ranking it finds; raw texts from {@code
 *       -Dtwinline.shared};
 *   <li>{@code trained INDEX PAIRS.jsonl}: linking by a linker that was trained into an index on
 *       those pairs, over the other raw texts;
 *   <li>{@code map FOLDER}: exact look-ups in a hash map of the same names.
 * </ul>
 */
public final class IndexBench {
  private static final int ROUNDS = 5;

  /** From this similarity on a name is linked loosely. */
  private static final double ALIKE = 0.8;

  /** What is slow is measured on so many of the texts. */
  private static final int FEW = 500;

  private static final int CANDIDATES = 64;

  private final BenchFolder folder;

  private IndexBench(BenchFolder folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "build" -> new IndexBench(new BenchFolder(Path.of(args[2]))).build(Path.of(args[1]));
      case "retrieval" -> new IndexBench(new BenchFolder(Path.of(args[1]))).retrieval();
      case "look" -> new IndexBench(new BenchFolder(Path.of(args[1]))).look();
      case "trained" -> trained(Path.of(args[1]), Path.of(args[2]));
      case "map" -> new IndexBench(new BenchFolder(Path.of(args[1]))).map();
      default -> throw new IllegalArgumentException("unknown: " + args[0]);
    }
  }

  private void build(Path table) throws IOException {
    Files.createDirectories(folder.root());
    long start = System.nanoTime();
    IndexDescription built =
        TerminologyBuilder.of(
                List.of(
                    new TableSource(table, new CodeSystem("BENCH", "1"), SemanticType.DIAGNOSIS)))
            .write(folder.index());
    print("build: %.1f s, counts %s", seconds(start), built.counts());
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    print("peak heap at most %.0f MiB", peak / 1048576.0);
    print("size %.1f MB", size(folder.index()) / 1e6);
  }

  private void retrieval() throws IOException {
    NameTable table = folder.table();
    try (BufferedWriter out = Files.newBufferedWriter(folder.names())) {
      for (int i = 0; i < table.size(); i++) {
        out.write(table.shown(i).replace('\n', ' '));
        out.newLine();
      }
    }
    Iterable<String> names = () -> folded(table);
    long start = cpu();
    GramIndex.write(names, folder.grams());
    print("gram index: %.1f s, %.1f MB", since(start), size(folder.grams()) / 1e6);
    start = cpu();
    LuceneOnly.write(names, folder.lucene());
    print("Lucene only: %.1f s, %.1f MB", since(start), size(folder.lucene()) / 1e6);
  }

  private static Iterator<String> folded(NameTable table) {
    return java.util.stream.IntStream.range(0, table.size())
        .mapToObj(i -> NameNormaliser.name(table.shown(i)))
        .iterator();
  }

  private void look() throws IOException {
    long start = System.nanoTime();
    try (Terminology terminology = Terminology.open(folder.index())) {
      print("open: %.3f s, %d concepts", seconds(start), terminology.size());
      look(terminology);
    }
  }

  private void look(Terminology terminology) throws IOException {
    try (GramIndex grams = GramIndex.open(folder.grams());
        GramIndex all = GramIndex.open(folder.grams(), Integer.MAX_VALUE);
        LuceneOnly lucene = LuceneOnly.open(folder.lucene())) {
      List<String> known = folder.known();
      List<String> raw = folder.raw(System.getProperty("twinline.shared", ""));
      List<String> texts = raw.stream().map(NameNormaliser::name).toList();
      measure("exact, known names", known, name -> terminology.exactOrdinals(name).length);
      long hits = raw.stream().filter(t -> terminology.exactOrdinals(t).length > 0).count();
      print("exact hits among the raw texts: %.3f", (double) hits / raw.size());
      measure("exact, raw texts", raw, name -> terminology.exactOrdinals(name).length);
      List<String> some = raw.stream().limit(FEW).toList();
      measure("search 10, raw texts", some, text -> terminology.search(text, 10).size());
      nearest(terminology, known);
      TextLinker linker = terminology.linker();
      measure("link by rules", raw, text -> linker.link(text, 10).concepts().size());
      int[] ids = new int[CANDIDATES];
      float[] scores = new float[CANDIDATES];
      measure("grams 64, raw texts", texts, t -> grams.search(t, CANDIDATES, ids, scores));
      List<String> few = texts.stream().limit(FEW).toList();
      measure("grams 64, no budget", few, t -> all.search(t, CANDIDATES, ids, scores));
      measure("Lucene only 64", few, t -> lucene.candidates(t, CANDIDATES).length);
      for (int top : new int[] {1, 10, CANDIDATES}) {
        double exhaustive = 0;
        double baseline = 0;
        for (String text : few) {
          Set<Integer> found = set(ids, grams.search(text, CANDIDATES, ids, scores));
          int n = Math.min(top, all.search(text, CANDIDATES, ids, scores));
          exhaustive += share(Arrays.copyOf(ids, n), found);
          int[] other = lucene.candidates(text, CANDIDATES);
          baseline += share(Arrays.copyOf(other, Math.min(top, other.length)), found);
        }
        print(
            "found of the best %d: without budget %.3f, Lucene only %.3f",
            top, exhaustive / few.size(), baseline / few.size());
      }
    }
  }

  /** Names with a character left out: the nearest name beside the first of a search. */
  private static void nearest(Terminology terminology, List<String> known) {
    for (boolean chinese : new boolean[] {true, false}) {
      List<String> worn =
          known.stream()
              .filter(name -> name.length() >= 4)
              .filter(name -> name.codePoints().anyMatch(Character::isIdeographic) == chinese)
              .map(name -> new StringBuilder(name).deleteCharAt(name.length() / 2).toString())
              .limit(FEW)
              .toList();
      String script = chinese ? "Chinese" : "alphabetic";
      measure("search 1, worn, " + script, worn, text -> terminology.search(text, 1).size());
      measure(
          "nearest, worn, " + script, worn, text -> terminology.nearest(text).isEmpty() ? 0 : 1);
      int alike = 0;
      int other = 0;
      for (String text : worn) {
        Optional<Match> first =
            terminology.search(text, 1).stream().filter(m -> m.score() >= ALIKE).findFirst();
        Optional<Match> near = terminology.nearest(text).filter(m -> m.score() >= ALIKE);
        alike += first.isPresent() ? 1 : 0;
        other += first.equals(near) ? 0 : 1;
      }
      print(
          "%d of %d are very like a name; of these nearest differs in %d",
          alike, worn.size(), other);
    }
  }

  /** Texts that the linker was trained on are left out. */
  private static void trained(Path index, Path pairs) throws IOException {
    Set<String> seen = new HashSet<>();
    try (Stream<String> lines = Files.lines(pairs)) {
      lines.map(BenchFolder::text).forEach(seen::add);
    }
    List<String> texts =
        new BenchFolder(index)
            .raw(System.getProperty("twinline.shared", "")).stream()
                .filter(text -> !seen.contains(text))
                .toList();
    try (Terminology terminology = Terminology.open(index)) {
      Require.argument(terminology.trained(), "illegal index: %s, has no linker", index);
      TextLinker linker = terminology.linker();
      long hits = texts.stream().filter(t -> terminology.exactOrdinals(t).length > 0).count();
      print("%d texts, exact hits %.3f", texts.size(), (double) hits / texts.size());
      measure("link, trained", texts, text -> linker.link(text, 10).concepts().size());
    }
  }

  private void map() throws IOException {
    Map<String, Integer> map = new HashMap<>();
    for (Iterator<String> names = folded(folder.table()); names.hasNext(); ) {
      map.put(names.next(), map.size());
    }
    List<String> known = folder.known();
    measure("hash map", known, n -> map.getOrDefault(NameNormaliser.name(n), -1));
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print("hash map: %.0f MiB", (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
  }

  private static Set<Integer> set(int[] ids, int count) {
    Set<Integer> set = new HashSet<>();
    for (int i = 0; i < count; i++) {
      set.add(ids[i]);
    }
    return set;
  }

  private static double share(int[] wanted, Set<Integer> found) {
    long hits = Arrays.stream(wanted).filter(found::contains).count();
    return wanted.length == 0 ? 1 : (double) hits / wanted.length;
  }

  /** Prints the last of five rounds: by then everything is compiled. */
  private static void measure(String what, List<String> texts, ToIntFunction<String> work) {
    long[] each = new long[texts.size()];
    double total = 0;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      for (int i = 0; i < each.length; i++) {
        long before = System.nanoTime();
        sum += work.applyAsInt(texts.get(i));
        each[i] = System.nanoTime() - before;
      }
      total = since(start);
    }
    Arrays.sort(each);
    print(
        "%s: %,.0f/s, p50 %.3f ms, p99 %.3f ms (results %d)",
        what,
        each.length / total,
        each[each.length / 2] / 1e6,
        each[each.length * 99 / 100] / 1e6,
        sum);
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double since(long cpu) {
    return (cpu() - cpu) / 1e9;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
