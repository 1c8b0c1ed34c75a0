package org.twinline.terminology.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinline.terminology.SemanticType;

class WordingTest {
  private static int[] lay(String text) {
    int[] out = new int[Wording.MAX];
    int n = new Wording(true).of(text, LinkForm.of(text, SemanticType.OTHER), out);
    return Arrays.copyOf(out, n);
  }

  private static Set<Integer> shared(String one, String other) {
    Set<Integer> marks = new HashSet<>();
    Arrays.stream(lay(one)).forEach(marks::add);
    Set<Integer> others = new HashSet<>();
    Arrays.stream(lay(other)).forEach(others::add);
    marks.retainAll(others);
    return marks;
  }

  private static IntLinkedOpenHashSet quantities(String text) {
    IntLinkedOpenHashSet marks = new IntLinkedOpenHashSet();
    Quantities.of(text, marks);
    return marks;
  }

  @Test
  void namesOfProfessionalsHaveTheirGramsAlone() {
    String form = LinkForm.of("膝关节置换术", SemanticType.PROCEDURE);
    int[] grams = new int[Grams.MAX];
    int n = Grams.of(form, grams);
    int[] marks = new int[Wording.MAX];
    assertEquals(n, new Wording(false).of("膝关节置换术", form, marks));
    assertArrayEquals(Arrays.copyOf(grams, n), Arrays.copyOf(marks, n));
  }

  @Test
  void signsThatOccurTogetherAreMarkedWhereverTheyStand() {
    int apart = Wording.mark(3, Math.min('耳', '鸣'), Math.max('耳', '鸣'));
    assertTrue(Arrays.stream(lay("耳朵总在鸣")).anyMatch(mark -> mark == apart));
    assertTrue(Arrays.stream(lay("鸣叫在耳")).anyMatch(mark -> mark == apart));
    assertFalse(Arrays.stream(lay("耳朵总在响")).anyMatch(mark -> mark == apart));
  }

  @Test
  void wordsThatSoundAlikeShareTheirSyllables() {
    assertEquals(Syllables.of('嗽'), Syllables.of('搜'));
    assertTrue(!shared("腹泻", "付谢").isEmpty());
    assertTrue(shared("腹泻", "头晕").isEmpty());
    assertEquals('k', Syllables.of('k'));
  }

  @Test
  void spellingsOfOneMeasurementAreEqual() {
    IntLinkedOpenHashSet plain = quantities("38.5");
    for (String spelling : new String[] {"38°5", "38度5", "38：5", "385", "三十八度五", "３８。５"}) {
      assertEquals(plain, quantities(spelling), spelling);
    }
    assertFalse(quantities("38.4").containsAll(plain));
    assertFalse(quantities("39.5").containsAll(plain));
  }

  @Test
  void countsAreNumbersToo() {
    assertEquals(quantities("四次"), quantities("4次"));
    assertEquals(quantities("两天"), quantities("2天"));
    assertFalse(quantities("四次").equals(quantities("四天")));
    assertEquals(quantities("吃30次"), quantities("吃三十次"));
    assertTrue(quantities("没有数").isEmpty());
  }

  @Test
  void marksAreDistinctAndBounded() {
    String text = "头晕眼花耳鸣心慌气短".repeat(60);
    int[] marks = lay(text);
    assertEquals(marks.length, Arrays.stream(marks).distinct().count());
    assertTrue(marks.length <= Wording.MAX);
    assertEquals(0, lay("").length);
  }
}
