package org.twinline.terminology.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.twinline.terminology.NameNormaliser;

/**
 * The baseline of the measurements: the same grams as a Lucene query, a disjunction ranked by BM25
 * (Robertson and Zaragoza 2009) with skipping, as one would write it first.
 */
public final class LuceneOnly implements AutoCloseable {
  /** A longer query is cut after so many grams. */
  public static final int MAX_GRAMS = 96;

  private static final String GRAMS = "grams";
  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS);
    TYPE.setTokenized(true);
    TYPE.freeze();
  }

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LuceneOnly(Directory directory) throws IOException {
    this.directory = directory;
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    searcher.setSimilarity(new BM25Similarity());
  }

  /** Opens the index in a directory. */
  public static LuceneOnly open(Path path) throws IOException {
    return new LuceneOnly(new MMapDirectory(path));
  }

  /** Writes the index of folded names into a directory, in their order. */
  public static void write(Iterable<String> names, Path path) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergePolicy(new LogDocMergePolicy())
            .setMergeScheduler(new SerialMergeScheduler())
            .setSimilarity(new BM25Similarity())
            .setUseCompoundFile(true);
    try (Directory directory = FSDirectory.open(path);
        IndexWriter writer = new IndexWriter(directory, config)) {
      long number = 0;
      for (String name : names) {
        Document document = new Document();
        document.add(new Field(GRAMS, new GramStream(grams(name)), TYPE));
        document.add(new NumericDocValuesField("name", number++));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  /**
   * The numbers of at most {@code limit} names that share grams with the folded query, those first
   * that share more and rarer ones.
   */
  public int[] candidates(String folded, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String gram : grams(folded)) {
      query.add(new TermQuery(new Term(GRAMS, gram)), BooleanClause.Occur.SHOULD);
    }
    try {
      ScoreDoc[] hits = searcher.search(query.build(), limit).scoreDocs;
      return IntStream.range(0, hits.length).map(i -> hits[i].doc).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The grams of a folded name, distinct, in order, at most {@link #MAX_GRAMS}. */
  static Set<String> grams(String folded) {
    Set<String> grams = new LinkedHashSet<>();
    int n = folded.length();
    for (int from = 0; from < n && grams.size() < MAX_GRAMS; ) {
      int to = from;
      boolean chinese = false;
      while (to < n && folded.charAt(to) != ' ') {
        chinese |= NameNormaliser.unspaced(folded.charAt(to++));
      }
      if (chinese) {
        for (int i = from; i < to; i++) {
          grams.add(folded.substring(i, i + 1));
          if (i + 1 < to) {
            grams.add(folded.substring(i, i + 2));
          }
        }
      } else if (to > from) {
        String padded = " " + folded.substring(from, to) + " ";
        grams.add("=" + folded.substring(from, to));
        for (int i = 0; i + 3 <= padded.length(); i++) {
          grams.add("~" + padded.substring(i, i + 3));
        }
      }
      from = to + 1;
    }
    if (grams.size() > MAX_GRAMS) {
      grams = new LinkedHashSet<>(grams.stream().limit(MAX_GRAMS).toList());
    }
    return grams;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** Terms from a set. */
  private static final class GramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Set<String> grams;
    private java.util.Iterator<String> rest;

    GramStream(Set<String> grams) {
      this.grams = grams;
      this.rest = grams.iterator();
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      rest = grams.iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!rest.hasNext()) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(rest.next());
      return true;
    }
  }
}
