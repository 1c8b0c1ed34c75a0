package org.twinline.terminology.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.link.CandidateSet.Evidence;

class CrossFittingTest {
  @TempDir Path folder;

  @Test
  void equalTextsAreInOneFold() {
    assertThat(TrainingRows.fold("肺 炎", 5)).isEqualTo(TrainingRows.fold("肺炎", 5));
    assertThat(java.util.stream.IntStream.range(0, 200).map(i -> TrainingRows.fold("病" + i, 5)))
        .contains(0, 1, 2, 3, 4);
  }

  @Test
  void aTextIsNeverItsOwnNeighbour() throws Exception {
    Targets targets = LinkFixture.targets();
    TargetNames names = TargetNames.write(targets, folder.resolve("names"));
    AllNames all = new AllNames(names, TargetNames.none());
    AliasIndex.Builder builder = new AliasIndex.Builder(term -> all.form(all.first(term)));
    Query query = new Query(names);
    String[] texts = {"甲乙丙丁", "甲乙丙丁", "戊己庚辛", "甲乙壬癸"};
    byte[] folds = {0, 0, 1, 1};
    for (int r = 0; r < texts.length; r++) {
      query.set(texts[r], SemanticType.DIAGNOSIS);
      builder.add(query, List.of(r));
    }
    Retriever retriever =
        new Retriever(all, names.postings().searcher(), (f, l, i, s) -> 0, builder.build());
    CandidateSet set = new CandidateSet();
    query.set("甲乙丙丁", SemanticType.DIAGNOSIS);
    retriever.retrieve(query, set);
    assertThat(set.evidence[Evidence.UNIT_BEST][set.find(0)]).isGreaterThan(0.99f);
    retriever.exclude(folds, 0);
    retriever.retrieve(query, set);
    for (int term : new int[] {0, 1}) {
      int c = set.find(term);
      for (int e = 0; e < Evidence.COUNT; e++) {
        assertThat(c < 0 ? 0 : set.evidence[e][c]).isZero();
      }
    }
    assertThat(set.evidence[Evidence.UNIT_BEST][set.find(3)]).isPositive();
  }

  @Test
  void countsLeaveOutAFold() {
    TermStatistics.Builder builder = new TermStatistics.Builder(2);
    builder.count(7, TermStatistics.COUNT, 0);
    builder.count(7, TermStatistics.COUNT, 1);
    builder.count(7, TermStatistics.COUNT, 1);
    TermStatistics all = builder.build();
    assertThat(all.count(7, TermStatistics.COUNT)).isEqualTo(3);
    assertThat(all.without(0).count(7, TermStatistics.COUNT)).isEqualTo(2);
    assertThat(all.without(1).count(7, TermStatistics.COUNT)).isEqualTo(1);
    assertThat(all.without(1).count(8, TermStatistics.COUNT)).isZero();
  }
}
