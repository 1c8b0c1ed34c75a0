package org.twinline.terminology.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.twinline.core.Require;
import org.twinline.terminology.store.Sections;

/** Writes a {@link GramIndex}: one segment with nothing but documents by gram, then the norms. */
final class GramIndexWriter {
  private static final double BUFFER_MB = 192;
  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS);
    TYPE.setTokenized(true);
    TYPE.setOmitNorms(true);
    TYPE.freeze();
  }

  private GramIndexWriter() {}

  static void write(Iterable<? extends CharSequence> forms, Path path) throws IOException {
    LogDocMergePolicy merges = new LogDocMergePolicy(); // keeps the order of documents
    merges.setNoCFSRatio(1);
    merges.setMaxCFSSegmentSizeMB(Double.POSITIVE_INFINITY);
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setRAMBufferSizeMB(BUFFER_MB)
            .setMergePolicy(merges)
            .setMergeScheduler(new SerialMergeScheduler())
            .setUseCompoundFile(true);
    try (Directory directory = FSDirectory.open(path)) {
      int count = 0;
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        GramStream stream = new GramStream();
        List<Field> document = List.of(new Field(GramIndex.GRAMS, stream, TYPE));
        for (CharSequence form : forms) {
          stream.grams.of(form);
          writer.addDocument(document);
          count++;
        }
        Require.argument(count > 0, "Cannot write a gram index of no names");
        writer.forceMerge(1);
      }
      new Sections.Writer().floats(norms(directory, count)).write(path.resolve(GramIndex.NORMS));
    }
    Files.deleteIfExists(path.resolve(IndexWriter.WRITE_LOCK_NAME));
  }

  /** One over the length of each name's vector; 0 where it has no gram. */
  private static float[] norms(Directory directory, int count) throws IOException {
    double[] squares = new double[count];
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Terms all = reader.leaves().get(0).reader().terms(GramIndex.GRAMS);
      TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
      PostingsEnum postings = null;
      while (terms.next() != null) {
        double weight = GramSearcher.weight(terms.docFreq(), count);
        postings = terms.postings(postings, PostingsEnum.NONE);
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          squares[doc] += weight * weight;
        }
      }
    }
    float[] norms = new float[count];
    for (int i = 0; i < count; i++) {
      norms[i] = squares[i] == 0 ? 0 : (float) (1 / Math.sqrt(squares[i]));
    }
    return norms;
  }

  /** The grams of the form last given, as terms. */
  private static final class GramStream extends TokenStream {
    private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
    private final Grams grams = new Grams();
    private final BytesRef term = new BytesRef(8);
    private int next;

    @Override
    public void reset() {
      next = 0;
      clearAttributes(); // end() has set the position increment to 0
      attribute.setBytesRef(term);
    }

    @Override
    public boolean incrementToken() {
      if (next == grams.size()) {
        return false;
      }
      term.length = Grams.encode(grams.key(next++), term.bytes);
      return true;
    }
  }
}
