package org.twinline.terminology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrieTest {
  @Test
  void findsExactlyItsStrings() {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      TreeSet<String> sorted = new TreeSet<>();
      for (int i = random.nextInt(2000); i >= 0; i--) {
        sorted.add(word(random));
      }
      List<String> strings = List.copyOf(sorted);
      Trie trie = TrieBuilder.build(strings);
      for (int i = 0; i < strings.size(); i++) {
        assertThat(trie.find(strings.get(i))).as("-Dtwinline.seed=%s", seed).isEqualTo(i);
      }
      for (int i = 0; i < 2000; i++) {
        String other = word(random);
        assertThat(trie.find(other) >= 0)
            .as("-Dtwinline.seed=%s, %s", seed, other)
            .isEqualTo(sorted.contains(other));
      }
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    word.append("common start".repeat(random.nextInt(3) / 2));
    for (int i = random.nextInt(5); i >= 0; i--) {
      word.append(
          (char) (random.nextBoolean() ? 'a' + random.nextInt(4) : 0x4e00 + random.nextInt(500)));
    }
    return word.toString();
  }

  @Test
  void followsChainsAndTails() {
    List<String> strings = List.of("chain", "chained end", "chained ends", "other");
    Trie trie = TrieBuilder.build(strings);
    for (int i = 0; i < strings.size(); i++) {
      assertThat(trie.find(strings.get(i))).isEqualTo(i);
      for (int cut = 0; cut < strings.get(i).length(); cut++) {
        String prefix = strings.get(i).substring(0, cut);
        assertThat(trie.find(prefix)).as(prefix).isEqualTo(strings.indexOf(prefix));
        assertThat(trie.find(prefix + '\0')).isEqualTo(-1);
        assertThat(trie.find(prefix + '\1')).isEqualTo(-1);
      }
      assertThat(trie.find(strings.get(i) + "x")).isEqualTo(-1);
      assertThat(trie.find(strings.get(i) + '\0')).isEqualTo(-1);
    }
  }

  @Test
  void anEmptyTrieFindsNothing() {
    assertThat(TrieBuilder.build(List.of()).find("a")).isEqualTo(-1);
  }
}
