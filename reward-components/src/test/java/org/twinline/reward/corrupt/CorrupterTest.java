package org.twinline.reward.corrupt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.text.Sentences;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

final class CorrupterTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));
  private static final Terminology SAMPLES = Rules.build(ROOT.resolve("samples/terminology"));
  private static final List<GoodAnswer> GOOD = good();
  private static final double BOUND = 0.1;

  private static List<GoodAnswer> good() {
    List<GoodAnswer> all = new ArrayList<>();
    GoodAnswers reader = new GoodAnswers();
    try {
      for (String line : Files.readAllLines(ROOT.resolve("samples/training/good-answers.jsonl"))) {
        all.addAll(reader.of(line.getBytes(StandardCharsets.UTF_8), new Place(0, 0)));
      }
    } catch (IOException | MalformedRecord e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static Corrupter corrupter(Corruption... kinds) {
    EnumSet<Corruption> set = EnumSet.noneOf(Corruption.class);
    set.addAll(Arrays.asList(kinds));
    return Corrupter.over(SAMPLES, new CorruptionSettings(set, kinds.length, 17)).withPool(GOOD);
  }

  private static List<Corrupted> all(Corruption kind, Language language) {
    Corrupter corrupter = corrupter(kind);
    return GOOD.stream()
        .filter(good -> good.language() == language)
        .flatMap(good -> corrupter.corrupt(good).stream())
        .toList();
  }

  @Test
  void theSamplesHoldGoodAnswersInBothLanguagesAndBothParts() {
    assertThat(GOOD).filteredOn(g -> g.language() == Language.ZH).hasSizeGreaterThanOrEqualTo(100);
    assertThat(GOOD).filteredOn(g -> g.language() == Language.EN).hasSizeGreaterThanOrEqualTo(50);
    assertThat(GOOD).filteredOn(g -> g.part() == Part.TEST).hasSizeBetween(25, 75);
    assertThat(GOOD).noneMatch(g -> g.cot().isBlank());
    assertThat(GOOD.stream().map(GoodAnswer::question).distinct()).hasSameSizeAs(GOOD);
  }

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void eachKindIsMadeInBothLanguagesAndSaysSomethingElse(Corruption kind) {
    for (Language language : List.of(Language.ZH, Language.EN)) {
      List<Corrupted> made = all(kind, language);
      assertThat(made).as("%s %s", kind, language).isNotEmpty();
      for (Corrupted one : made) {
        assertThat(one.kind()).isEqualTo(kind);
        assertThat(NameNormaliser.name(one.rejected()))
            .isNotEqualTo(NameNormaliser.name(one.chosen()));
        assertThat(one.rejected().substring(0, one.place().start()))
            .isEqualTo(one.chosen().substring(0, one.place().start()));
        assertThat(one.chosen()).endsWith(one.rejected().substring(one.place().end()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void theSameAnswerIsAlwaysCorruptedTheSameWay(Corruption kind) {
    GoodAnswer answer = GOOD.get(0);
    assertThat(corrupter(kind).corrupt(answer)).isEqualTo(corrupter(kind).corrupt(answer));
    // What is made of a kind does not depend on the other kinds that are asked for.
    assertThat(corrupter(Corruption.values()).corrupt(answer))
        .filteredOn(c -> c.kind() == kind)
        .isEqualTo(corrupter(kind).corrupt(answer));
  }

  @Test
  void nearlyAllLengthsMatch() {
    List<Corrupted> made =
        GOOD.stream().flatMap(g -> corrupter(Corruption.values()).corrupt(g).stream()).toList();
    long matched = made.stream().filter(Corrupted::lengthMatched).count();
    assertThat(made).hasSizeGreaterThan(1_500);
    assertThat((double) matched / made.size()).isGreaterThan(0.95);
    assertThat(made)
        .allSatisfy(
            c ->
                assertThat(c.lengthMatched())
                    .isEqualTo(
                        Math.abs(c.chosen().length() - c.rejected().length())
                            <= BOUND * c.chosen().length()));
  }

  @Test
  void neitherLengthTells() {
    double wins = 0;
    int pairs = 0;
    for (GoodAnswer good : GOOD) {
      for (Corrupted made : corrupter(Corruption.values()).corrupt(good)) {
        int order = Integer.compare(made.chosen().length(), made.rejected().length());
        wins += (order + 1) / 2.0;
        pairs++;
      }
    }
    assertThat(wins / pairs).isBetween(0.4, 0.6);
  }

  @Test
  void noPhraseOfOnePartOccursInTheOther() {
    Set<String> trained =
        Phrases.ALL.stream()
            .filter(p -> p.part() == Part.TRAIN)
            .map(Phrase::text)
            .collect(Collectors.toSet());
    assertThat(Phrases.ALL).filteredOn(p -> p.part() == Part.TEST).isNotEmpty();
    List<Phrase> slotless = Phrases.ALL.stream().filter(p -> p.text().indexOf('{') < 0).toList();
    assertThat(Phrases.ALL)
        .filteredOn(p -> p.part() == Part.TEST)
        .noneMatch(p -> trained.contains(p.text()));
    int used = 0;
    for (GoodAnswer good : GOOD) {
      for (Corrupted made : corrupter(Corruption.values()).corrupt(good)) {
        for (Phrase phrase : slotless) {
          boolean occurs =
              made.chosen().contains(phrase.text()) || made.rejected().contains(phrase.text());
          used += occurs ? 1 : 0;
          assertThat(occurs && phrase.part() != made.part()).as(phrase.id()).isFalse();
        }
      }
    }
    assertThat(used).isGreaterThan(500);
  }

  @Test
  void everyKindOfPhraseHasEnoughInBothLanguagesAndParts() {
    for (Phrase.Kind kind : Phrase.Kind.values()) {
      for (Language language : List.of(Language.ZH, Language.EN)) {
        int train = Phrases.of(kind, language, Part.TRAIN).size();
        int test = Phrases.of(kind, language, Part.TEST).size();
        assertThat(train + test).as("%s %s", kind, language).isGreaterThanOrEqualTo(24);
        assertThat(test).isGreaterThanOrEqualTo(8);
      }
    }
    assertThat(Phrases.ALL.stream().map(Phrase::id).distinct()).hasSameSizeAs(Phrases.ALL);
    assertThat(Phrases.ALL.stream().map(Phrase::text).distinct()).hasSameSizeAs(Phrases.ALL);
  }

  @Test
  void aSiblingIsNeitherTheConceptNorAboveNorBelowNorCalledLikeIt() {
    Siblings siblings = new Siblings(SAMPLES);
    int seen = 0;
    for (GoodAnswer good : GOOD) {
      for (Named named : Named.in(good.answer(), good.language(), SAMPLES)) {
        String surface = named.surface(good.answer());
        for (Part part : Part.values()) {
          Draw draw = Draw.of("test", surface);
          for (String name : siblings.of(named, surface, good.language(), part, 3, draw)) {
            seen++;
            int[] meant = SAMPLES.exactOrdinals(name);
            assertThat(meant).isNotEmpty();
            assertThat(siblings.part(meant)).contains(part);
            for (int own : named.ordinals()) {
              for (int other : meant) {
                assertThat(own).isNotEqualTo(other);
                assertThat(SAMPLES.graph().distanceUp(own, other)).isNegative();
                assertThat(SAMPLES.graph().distanceUp(other, own)).isNegative();
              }
              assertThat(SAMPLES.conceptAt(own).designations())
                  .noneMatch(d -> NameNormaliser.name(d.text()).equals(NameNormaliser.name(name)));
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  @Test
  void swappedConceptsAreOfTheQuestionsPart() {
    Siblings siblings = new Siblings(SAMPLES);
    Corrupter corrupter = corrupter(Corruption.SIBLING_CONCEPT, Corruption.WRONG_DRUG);
    int swaps = 0;
    for (GoodAnswer good : GOOD) {
      for (Corrupted made : corrupter.corrupt(good)) {
        Set<Integer> before = concepts(good.answer());
        Set<Integer> after = concepts(made.rejected());
        after.removeAll(before);
        for (int concept : after) {
          swaps++;
          assertThat(siblings.part(concept)).isEqualTo(Optional.of(good.part()));
        }
      }
    }
    assertThat(swaps).isGreaterThan(10);
  }

  private static Set<Integer> concepts(String text) {
    return SAMPLES.mentions(text).stream()
        .map(Mention::concepts)
        .filter(all -> all.size() == 1)
        .map(all -> SAMPLES.ordinal(all.get(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aFaultWithinASentenceLeavesTheOthersAlone() {
    for (Corruption kind :
        List.of(Corruption.WRONG_DOSE, Corruption.WRONG_NUMBER, Corruption.NEGATION_FLIPPED)) {
      for (Language language : List.of(Language.ZH, Language.EN)) {
        for (Corrupted made : all(kind, language)) {
          List<String> before = sentences(made.chosen());
          List<String> after = sentences(made.rejected());
          List<String> lost = new ArrayList<>(before);
          lost.removeAll(after);
          assertThat(lost).as("%s", kind).hasSizeLessThanOrEqualTo(2);
          assertThat(made.place().end() - made.place().start()).isLessThan(20);
        }
      }
    }
  }

  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(s -> s.of(text)).toList();
  }

  @Test
  void aTextOfAllowedLengthIsCorruptedAndALongerOneRefused() {
    String sentence = "每天两次，每次5毫克，左侧疼痛时应及时就医，不宜自行停药。";
    String text = sentence.repeat(GoodAnswer.MOST_CHARACTERS / sentence.length());
    GoodAnswer good = new GoodAnswer("long", "怎么办？", text, text, Language.ZH);
    assertThat(corrupter(Corruption.values()).corrupt(good)).hasSizeGreaterThan(8);
    assertThatThrownBy(() -> new GoodAnswer("x", "q", "", "x".repeat(200_001), Language.EN))
        .hasMessage("Cannot corrupt a text of 200001 characters, at most 200000: x");
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> new CorruptionSettings(Set.of(), 1, 0))
        .hasMessage("Cannot corrupt without a kind: name at least one");
    assertThatThrownBy(() -> new CorruptionSettings(Set.of(Corruption.FILLER), 0, 0))
        .hasMessage("illegal corruptions per answer: 0, must be between 1 and 100");
    assertThat(Corruption.of("wrong_side")).contains(Corruption.WRONG_SIDE);
    assertThat(Corruption.of("wrong side")).isEmpty();
  }

  @Test
  void fewerKindsAreMadeWhereFewerAreWanted() {
    CorruptionSettings two = new CorruptionSettings(EnumSet.allOf(Corruption.class), 2, 3);
    assertThat(GOOD.subList(0, 20))
        .allSatisfy(g -> assertThat(Corrupter.over(SAMPLES, two).corrupt(g)).hasSize(2));
  }
}
