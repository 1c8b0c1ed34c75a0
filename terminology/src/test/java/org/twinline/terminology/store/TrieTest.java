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
    for (int i = random.nextInt(5); i >= 0; i--) {
      word.append(
          (char) (random.nextBoolean() ? 'a' + random.nextInt(4) : 0x4e00 + random.nextInt(500)));
    }
    return word.toString();
  }

  @Test
  void anEmptyTrieFindsNothing() {
    assertThat(TrieBuilder.build(List.of()).find("a")).isEqualTo(-1);
  }
}
