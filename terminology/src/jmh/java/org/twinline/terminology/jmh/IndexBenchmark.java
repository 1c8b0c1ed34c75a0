package org.twinline.terminology.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.twinline.terminology.Match;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.bench.BenchFolder;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.index.LuceneOnly;
import org.twinline.terminology.link.LinkResult;
import org.twinline.terminology.link.TextLinker;
import org.twinline.terminology.store.NameTable;

/**
 * Look-ups a second and thread in the index that {@code IndexBench build} and {@code retrieval}
 * left in {@code -Dtwinline.bench}; linking by an index with a trained linker, {@code
 * -Dtwinline.trained}, of texts that are not among {@code -Dtwinline.pairs}; tagging texts of {@value
 * #BYTES} bytes.
 */
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class IndexBenchmark {
  private static final int CANDIDATES = 64;

  /** Of a text that is tagged. */
  private static final int BYTES = 10_000;

  private static BenchFolder folder() {
    return new BenchFolder(Path.of(System.getProperty("twinline.bench", "bench")));
  }

  /** A list that is walked in turn. */
  private static final class Turn {
    private final List<String> texts;
    private int next;

    Turn(List<String> texts) {
      this.texts = texts;
    }

    String next() {
      next = next + 1 < texts.size() ? next + 1 : 0;
      return texts.get(next);
    }
  }

  /** The index, and what is asked. */
  @State(Scope.Thread)
  public static class Index {
    private Terminology terminology;
    private GramIndex grams;
    private LuceneOnly lucene;
    private Turn known;
    private Turn raw;
    private Turn folded;
    private Turn prose;
    private TextLinker linker;
    private final int[] ids = new int[CANDIDATES];
    private final float[] scores = new float[CANDIDATES];

    @Setup(Level.Trial)
    public void open() throws IOException {
      terminology = Terminology.open(folder().index());
      grams = GramIndex.open(folder().grams());
      lucene = LuceneOnly.open(folder().lucene());
      known = new Turn(folder().known());
      List<String> texts = folder().raw(System.getProperty("twinline.shared", ""));
      raw = new Turn(texts);
      folded = new Turn(texts.stream().map(NameNormaliser::name).toList());
      prose = new Turn(joined(texts));
      linker = terminology.linker();
    }

    /** Texts one after the other, each result as long as the first that reaches the bytes. */
    private static List<String> joined(List<String> texts) {
      List<String> all = new ArrayList<>();
      StringBuilder one = new StringBuilder();
      for (String text : texts) {
        one.append(text).append('。');
        if (one.toString().getBytes(StandardCharsets.UTF_8).length >= BYTES) {
          all.add(one.toString());
          one.setLength(0);
        }
      }
      return all;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
      terminology.close();
      grams.close();
      lucene.close();
    }
  }

  /** An index with a trained linker, and texts it was not trained on. */
  @State(Scope.Thread)
  public static class Trained {
    private Terminology terminology;
    private TextLinker linker;
    private Turn unseen;

    @Setup(Level.Trial)
    public void open() throws IOException {
      terminology = Terminology.open(Path.of(System.getProperty("twinline.trained", "")));
      linker = terminology.linker();
      String seen = Files.readString(Path.of(System.getProperty("twinline.pairs", "")));
      unseen =
          new Turn(
              folder().raw(System.getProperty("twinline.shared", "")).stream()
                  .filter(text -> !seen.contains('"' + text + '"'))
                  .toList());
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
      terminology.close();
    }
  }

  /** A plain hash map of the same folded names. */
  @State(Scope.Thread)
  public static class HashedNames {
    private final Map<String, Integer> map = new HashMap<>();
    private Turn known;

    @Setup(Level.Trial)
    public void fill() {
      NameTable table = folder().table();
      for (int i = 0; i < table.size(); i++) {
        map.put(NameNormaliser.name(table.shown(i)), i);
      }
      known = new Turn(folder().known());
    }
  }

  @Benchmark
  public int[] exact(Index index) {
    return index.terminology.exactOrdinals(index.known.next());
  }

  @Benchmark
  public LinkResult link(Index index) {
    return index.linker.link(index.raw.next(), 10);
  }

  @Benchmark
  public LinkResult linkTrained(Trained trained) {
    return trained.linker.link(trained.unseen.next(), 10);
  }

  @Benchmark
  public List<Mention> tag(Index index) {
    return index.terminology.mentions(index.prose.next());
  }

  @Benchmark
  public int hashMap(HashedNames names) {
    return names.map.getOrDefault(NameNormaliser.name(names.known.next()), -1);
  }

  @Benchmark
  public List<Match> search(Index index) {
    return index.terminology.search(index.raw.next(), 10);
  }

  @Benchmark
  public int grams(Index index) {
    return index.grams.search(index.folded.next(), CANDIDATES, index.ids, index.scores);
  }

  @Benchmark
  public int[] luceneOnly(Index index) {
    return index.lucene.candidates(index.folded.next(), CANDIDATES);
  }
}
