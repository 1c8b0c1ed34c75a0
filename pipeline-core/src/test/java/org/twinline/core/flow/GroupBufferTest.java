package org.twinline.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.core.TripleFixtures.candidate;
import static org.twinline.core.TripleFixtures.question;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;

class GroupBufferTest {
  @Test
  void isFullAtItsCandidates() {
    GroupBuffer buffer = new GroupBuffer(3, Long.MAX_VALUE);
    buffer.add(group("q1", 2, 1));
    assertThat(buffer.full()).isFalse();
    buffer.add(group("q2", 1, 1));
    assertThat(buffer.full()).isTrue();
  }

  @Test
  void isFullAtItsBytes() {
    GroupBuffer buffer = new GroupBuffer(Integer.MAX_VALUE, 20_000);
    buffer.add(group("q1", 1, 9_000));
    assertThat(buffer.full()).isFalse();
    buffer.add(group("q2", 1, 1_000));
    assertThat(buffer.full()).isTrue();
  }

  @Test
  void bareGroupsCountByTheirQuestion() {
    GroupBuffer buffer = new GroupBuffer(1, 2_000);
    JudgedGroup bare = new JudgedGroup(question("q", "问".repeat(600)), List.of(), List.of());
    buffer.add(bare);
    assertThat(buffer.full()).isFalse();
    buffer.add(bare);
    assertThat(buffer.full()).isTrue();
  }

  @Test
  void drainsInOrderAndStartsAnew() {
    GroupBuffer buffer = new GroupBuffer(3, 4_000);
    JudgedGroup first = group("q1", 1, 1_000);
    JudgedGroup second = group("q2", 2, 1_000);
    buffer.add(first);
    buffer.add(second);

    assertThat(buffer.drain()).containsExactly(first, second);

    assertThat(buffer.full()).isFalse();
    assertThat(buffer.drain()).isEmpty();
    buffer.add(group("q3", 2, 10));
    assertThat(buffer.full()).isFalse();
  }

  @Test
  void aHundredThousandGroupsNeverWaitTogether() {
    GroupBuffer buffer = new GroupBuffer(GroupBuffer.MAX_CANDIDATES, GroupBuffer.MAX_BYTES);
    List<Integer> batches = new ArrayList<>();
    int waiting = 0;
    for (int i = 0; i < 100_000; i++) {
      buffer.add(group("q" + i, 1 + i % 5, 50));
      waiting += 1 + i % 5;
      if (buffer.full()) {
        batches.add(candidates(buffer.drain()));
        waiting = 0;
      }
      assertThat(waiting).isLessThan(GroupBuffer.MAX_CANDIDATES);
    }
    batches.add(candidates(buffer.drain()));

    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300_000);
    assertThat(batches).allMatch(n -> n < GroupBuffer.MAX_CANDIDATES + 5);
  }

  @Test
  void longTextsAreBoundedByBytes() {
    GroupBuffer buffer = new GroupBuffer(GroupBuffer.MAX_CANDIDATES, GroupBuffer.MAX_BYTES);
    int groups = 0;
    while (!buffer.full()) {
      buffer.add(group("q" + groups++, 1, 1 << 20));
    }
    // 1 Mi characters of two bytes each.
    assertThat(groups).isEqualTo(32);
  }

  @Test
  void boundsNameTheirRange() {
    assertThatThrownBy(() -> new GroupBuffer(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal candidates: 0, must be ≥ 1");
    assertThatThrownBy(() -> new GroupBuffer(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal bytes: 0, must be ≥ 1");
  }

  private static int candidates(List<JudgedGroup> groups) {
    return groups.stream().mapToInt(g -> g.candidates().size()).sum();
  }

  private static JudgedGroup group(String id, int candidates, int cot) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      judged.add(Judged.fresh(candidate("c" + i, "x".repeat(cot), "", new Place(0, 0))));
    }
    return new JudgedGroup(question(id, ""), judged, List.of());
  }
}
