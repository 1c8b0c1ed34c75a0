package org.twinline.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameBoundTest {
  private static final List<String> WORDS =
      List.of(
          "acute",
          "chronic",
          "pneumonia",
          "pneumonitis",
          "of",
          "the",
          "type 2",
          "α-thalassaemia",
          "left",
          "ménière",
          "syndrome",
          "syndromes",
          "心肌梗死",
          "肺炎",
          "a",
          "ii",
          "2-");

  /** One to five of these words, some with a character left out. */
  private static String name(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      StringBuilder word = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
      if (random.nextInt(3) == 0) {
        word.deleteCharAt(random.nextInt(word.length()));
      }
      words.add(word.toString());
    }
    return NameNormaliser.name(String.join(" ", words));
  }

  @Test
  void noNameIsMoreLikeThanItsBound() {
    long seed = Long.getLong("twinline.seed", new Random().nextLong());
    Random random = new Random(seed);
    int below = 0;
    for (int i = 0; i < 20_000; i++) {
      String query = name(random);
      String name = name(random);
      NameBound bound = new NameBound(NameProfile.of(query));
      assertThat(bound.atMost(name))
          .as("-Dtwinline.seed=%s, '%s' and '%s'", seed, query, name)
          .isGreaterThanOrEqualTo(bound.similarity(name));
      below += bound.atMost(name) < 0.8 ? 1 : 0;
    }
    assertThat(below).as("names that need no profile").isGreaterThan(5_000);
  }

  @Test
  void alphabeticNamesWithoutASharedWordAreAtMostHalfAlike() {
    NameBound bound = new NameBound(NameProfile.of("chronic gastritis"));
    assertThat(bound.atMost("acute pneumonia")).isLessThan(0.5);
    assertThat(bound.atMost("chronic gastritis")).isEqualTo(1);
    assertThat(bound.atMost("chronic 胃炎")).isEqualTo(1);
    assertThat(bound.atMost("")).isLessThan(1e-6);
  }
}
