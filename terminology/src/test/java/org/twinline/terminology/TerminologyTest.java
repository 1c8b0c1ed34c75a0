package org.twinline.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Language;
import org.twinline.terminology.source.TableSource;
import org.twinline.terminology.source.TerminologySource;

class TerminologyTest {
  private static final Terminology T = Fixture.terminology();

  @TempDir Path directory;

  @Test
  void findsByIdCodeAndName() {
    Concept concept = T.exact("急性心梗").get(0);
    assertThat(concept.code().label()).isEqualTo("ICD10CM:I21");
    assertThat(concept.name(Language.EN)).contains("Acute myocardial infarction");
    assertThat(T.concept(ConceptId.parse(concept.id().toString()))).contains(concept);
    assertThat(T.byCode("ATC", "N02BA01")).isEqualTo(T.exact("ASPIRIN"));
    assertThat(T.exact("无此病")).isEmpty();
    assertThat(T.byCode("ICD10CM", "X99")).isEmpty();
    assertThat(T.concept(new ConceptId(17))).isEmpty();
  }

  @Test
  void conceptIdIsFrozen() {
    ConceptCode code = new ConceptCode(new CodeSystem("ICD10CM", "2021"), "I21");
    assertThat(ConceptId.of(code)).hasToString("cd51ec9c66a71263");
  }

  @Test
  void searchesApproximately() {
    assertThat(T.search("急性心肌梗塞", 3).get(0).concept().code().value()).isEqualTo("I21");
    assertThat(T.search("acute myocardial infarct", 1).get(0).concept().code().value())
        .isEqualTo("I21");
    assertThat(T.search("急性阑尾炎", 1).get(0).score()).isEqualTo(1);
    assertThat(T.search("ζζζ", 5)).isEmpty();
    assertThat(T.search("", 5)).isEmpty();
    List<Match> matches = T.search("慢性胃炎", 10);
    assertThat(matches).isEqualTo(T.search("慢性胃炎", 10)).hasSizeBetween(3, 10);
    assertThat(matches).extracting(Match::score).isSortedAccordingTo(Collections.reverseOrder());
    for (String worn : List.of("急性心肌梗塞", "acute myocardial infarct", "慢性胃炎")) {
      assertThat(T.nearest(worn)).contains(T.search(worn, 1).get(0));
    }
    assertThat(T.nearest("ζζζ")).isEmpty();
    assertThat(T.nearest("")).isEmpty();
    assertThatThrownBy(() -> T.search("a", 0)).hasMessage("illegal limit: 0, must be at least 1");
  }

  @Test
  void theNearestNameIsTheFirstOfASearchWhereOneIsVeryLikeIt() {
    int alike = 0;
    for (int ordinal = 0; ordinal < T.size(); ordinal++) {
      for (Designation designation : T.conceptAt(ordinal).designations()) {
        String name = designation.text();
        String worn = new StringBuilder(name).deleteCharAt(name.length() / 2).toString();
        Match first = T.search(worn, 1).stream().findFirst().orElse(null);
        if (first != null && first.score() >= 0.8) {
          alike++;
          assertThat(T.nearest(worn)).as("concept %s", ordinal).contains(first);
        }
      }
    }
    assertThat(alike).isGreaterThan(10);
  }

  @Test
  void anUnknownNameHasNeighbours() {
    assertThat(T.lookup("肺炎", 3).known()).isTrue();
    Terminology.Lookup lookup = T.lookup("心肌肺炎", 3);
    assertThat(lookup.known()).isFalse();
    assertThat(lookup.nearest()).isNotEmpty();
  }

  @Test
  void knowsAtoms() {
    Concept concept = T.byCode("ICD10CM", "J06.9").get(0);
    assertThat(concept.attributes())
        .contains(new AtomicEntity("site", "上呼吸道", "upper respiratory tract"));
    assertThat(T.atoms("急性上呼吸道病毒感染"))
        .extracting(AtomicEntity::en)
        .containsExactlyInAnyOrder("acute", "upper respiratory tract", "virus", "infection");
    assertThat(T.atoms("chronic inflammation of the appendix"))
        .extracting(AtomicEntity::zh)
        .containsExactlyInAnyOrder("慢性", "炎症", "阑尾");
  }

  @Test
  void knowsRelations() {
    ConceptId infarction = T.exact("急性心肌梗死").get(0).id();
    ConceptId failure = T.exact("心力衰竭").get(0).id();
    assertThat(T.relations(infarction))
        .contains(new Relation(RelationType.COMPLICATION, failure, true, 0.8));
    assertThat(T.relations(failure))
        .containsExactly(new Relation(RelationType.COMPLICATION, infarction, false, 0.8));
  }

  @Test
  void buildsTheSameTwiceWhateverTheOrder() throws IOException {
    List<TerminologySource> sources = new ArrayList<>(TableSource.folder(Fixture.FOLDER));
    IndexDescription first = TerminologyBuilder.of(sources).write(directory.resolve("a"));
    Path shuffled = Files.createDirectory(directory.resolve("shuffled"));
    for (TerminologySource source : sources) {
      List<String> lines = new ArrayList<>(Files.readAllLines(source.file()));
      Collections.reverse(lines.subList(1, lines.size()));
      Files.write(shuffled.resolve(source.file().getFileName()), lines);
    }
    IndexDescription second =
        TerminologyBuilder.of(TableSource.folder(shuffled)).write(directory.resolve("b"));
    assertThat(second.contentHash()).isEqualTo(first.contentHash());
    first.files().keySet().removeIf(f -> f.startsWith("grams"));
    second.files().keySet().removeIf(f -> f.startsWith("grams"));
    assertThat(second.files()).isEqualTo(first.files()).hasSize(9);
    assertThat(second.counts()).isEqualTo(first.counts());
  }

  @Test
  void refusesANonEmptyTarget() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "x");
    assertThatThrownBy(
            () -> TerminologyBuilder.of(TableSource.folder(Fixture.FOLDER)).write(directory))
        .isInstanceOf(TerminologyException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void refusesCorruptFilesByName() throws IOException {
    Path index = directory.resolve("index");
    TerminologyBuilder.of(TableSource.folder(Fixture.FOLDER)).write(index);
    List<Path> files;
    try (Stream<Path> all = Files.walk(index)) {
      files = all.filter(Files::isRegularFile).filter(f -> !f.endsWith("index.json")).toList();
    }
    assertThat(files).hasSizeGreaterThan(6);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] broken = bytes.clone();
      broken[broken.length / 2] ^= 1;
      Files.write(file, broken);
      assertThatThrownBy(() -> Terminology.open(index))
          .isInstanceOf(TerminologyException.class)
          .hasMessageContaining(file.getFileName() + " is corrupt");
      Files.write(file, bytes);
    }
    Terminology.open(index).close();
    Files.delete(index.resolve("graph.bin"));
    assertThatThrownBy(() -> Terminology.open(index)).hasMessageContaining("graph.bin is missing");
  }

  @Test
  void refusesAnotherFormatVersion() throws IOException {
    Files.writeString(directory.resolve("index.json"), "{\"format\": 99}");
    assertThatThrownBy(() -> Terminology.open(directory))
        .hasMessageContaining("format version 99, this program reads 3; build it again");
    assertThatThrownBy(() -> Terminology.open(directory.resolve("none")))
        .hasMessageContaining("it has no index.json");
  }

  @Test
  void buildsTheSamples() throws IOException {
    Path samples = Path.of(System.getProperty("twinline.root", ".."), "samples/terminology");
    assumeTrue(Files.exists(samples.resolve("diagnoses.tsv")), "samples are absent: " + samples);
    IndexDescription built =
        TerminologyBuilder.of(TableSource.folder(samples)).write(directory.resolve("samples"));
    assertThat(built.counts().get("concepts.ICD10CM")).isGreaterThanOrEqualTo(400);
    try (Terminology terminology = Terminology.open(directory.resolve("samples"))) {
      assertThat(terminology.size()).isEqualTo((int) built.concepts());
      for (int i = 0; i < terminology.size(); i++) {
        Concept concept = terminology.conceptAt(i);
        assertThat(terminology.exact(concept.designations().get(0).text())).contains(concept);
      }
    }
  }
}
