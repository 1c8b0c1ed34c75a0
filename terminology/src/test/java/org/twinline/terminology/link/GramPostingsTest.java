package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.store.Sections;

class GramPostingsTest {
  private static final String[] NAMES = {"急性胰腺炎", "慢性胰腺炎", "急性胆囊炎", "急性胰腺炎", "acute pancreatitis"};

  @TempDir Path folder;

  private static GramPostings.Builder builder() {
    GramPostings.Builder builder = new GramPostings.Builder();
    for (String name : NAMES) {
      builder.add(name);
    }
    return builder;
  }

  private static String search(GramPostings.Searcher searcher, String form) {
    int[] ids = new int[3];
    float[] scores = new float[3];
    int n = searcher.search(form, 3, ids, scores);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(ids[i]).append(' ');
      assertThat(scores[i]).isBetween(0f, 1.00001f);
    }
    return out.toString().strip();
  }

  @Test
  void findsTheMostAlikeFirstAndTiesById() {
    GramPostings.Searcher searcher = builder().build().searcher();
    assertThat(search(searcher, "急性胰腺炎")).isEqualTo("0 3 1");
    assertThat(search(searcher, "胆囊炎")).startsWith("2");
    assertThat(search(searcher, "pancreatitis, acute".replace(",", ""))).isEqualTo("4");
    assertThat(search(searcher, "完全不同")).isEmpty();
    assertThat(search(searcher, "")).isEmpty();
  }

  @Test
  void equalFormsScoreOne() {
    int[] ids = new int[1];
    float[] scores = new float[1];
    builder().build().searcher().search("慢性胰腺炎", 1, ids, scores);
    assertThat(scores[0]).isBetween(0.9999f, 1.0001f);
  }

  @Test
  void leavesOutAFold() {
    GramPostings.Searcher searcher = builder().build().searcher();
    searcher.exclude(new byte[] {0, 1, 1, 1, 1}, 0);
    assertThat(search(searcher, "急性胰腺炎")).startsWith("3 ");
    searcher.exclude(new byte[0], -1);
    assertThat(search(searcher, "急性胰腺炎")).startsWith("0 ");
  }

  @Test
  void readsWhatItWrote() throws Exception {
    Sections.Writer out = new Sections.Writer();
    builder().write(out);
    out.write(folder.resolve("postings"));
    GramPostings read = GramPostings.read(Sections.open(folder.resolve("postings")), 0);
    assertThat(read.size()).isEqualTo(NAMES.length);
    assertThat(search(read.searcher(), "慢性胰腺炎")).isEqualTo("1 0 3");
  }
}
