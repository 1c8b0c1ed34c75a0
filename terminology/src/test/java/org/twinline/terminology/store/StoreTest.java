package org.twinline.terminology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.TerminologyException;

class StoreTest {
  private static final AtomicEntity LUNG = new AtomicEntity("site", "肺", "lung");
  private static final AtomicEntity INFLAMED = new AtomicEntity("morphology", "炎症", "inflammation");

  @TempDir Path directory;

  private static Concept concept(long id, String... names) {
    return new Concept(
        new ConceptId(id),
        SemanticType.DIAGNOSIS,
        List.of(
            new ConceptCode(new CodeSystem("ICD10CM", "2021"), "J" + id),
            new ConceptCode(new CodeSystem("ICD10", ""), "J.9")),
        java.util.Arrays.stream(names)
            .map(n -> new Designation(n, Language.ZH, Designation.Kind.SYNONYM))
            .toList(),
        List.of(LUNG, INFLAMED));
  }

  private ConceptStore stored(ConceptStoreWriter writer) throws IOException {
    writer.write(directory.resolve("concepts.bin"));
    return ConceptStore.open(directory.resolve("concepts.bin"));
  }

  private static ConceptStoreWriter writer() {
    return new ConceptStoreWriter(List.of(INFLAMED, LUNG));
  }

  @Test
  void conceptsComeBackAsTheyWere() throws IOException {
    Concept first = concept(3, "肺炎", "x".repeat(300));
    Concept second = concept(-5, "𠀀病"); // an id above all positive ones, a name beyond the BMP
    ConceptStoreWriter writer = writer();
    writer.add(first, new int[] {-1, 1});
    writer.add(second, new int[0]);
    ConceptStore store = stored(writer);
    assertThat(store.size()).isEqualTo(2);
    assertThat(store.concept(0)).isEqualTo(first);
    assertThat(store.concept(1)).isEqualTo(second);
    assertThat(store.ordinal(second.id())).isEqualTo(1);
    assertThat(store.ordinal(new ConceptId(4))).isEqualTo(-1);
    assertThat(store.nameOfCode(0, 0)).isEqualTo(-1);
    assertThat(store.nameOfCode(0, 1)).isEqualTo(1);
    assertThat(store.nameOfCode(1, 1)).isEqualTo(-1);
    assertThatThrownBy(() -> store.nameOfCode(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(store.atoms()).containsExactly(INFLAMED, LUNG);
  }

  @Test
  void conceptsMustComeInOrderAndFit() {
    ConceptStoreWriter writer = writer();
    writer.add(concept(3, "肺炎"), new int[0]);
    assertThatThrownBy(() -> writer.add(concept(2, "肺炎"), new int[0]))
        .hasMessage("illegal concept 0000000000000002: must come after the one before it");
    assertThatThrownBy(() -> writer.add(concept(4, "肺炎"), new int[] {1}))
        .hasMessage("illegal name of code ICD10CM/2021:J4: 1, the concept has 1 names");
    assertThatThrownBy(() -> writer().add(concept(5, "炎".repeat(21_846)), new int[0]))
        .isInstanceOf(TerminologyException.class)
        .hasMessage(
            "Cannot store concept 0000000000000005: a name or code of 65538 bytes, at most 65535"
                + " are possible; shorten it");
  }

  @Test
  void namesComeBackAsTheyWere() throws IOException {
    NameTable.Writer writer = new NameTable.Writer();
    writer.add("all", "ALL", NameTable.CAPITALS, new int[] {7});
    writer.add("allergy", "", 0, new int[] {2, 1});
    writer.add("肺炎", "肺 炎", 0, new int[0]);
    assertThat(writer.size()).isEqualTo(3);
    writer.write(directory.resolve("names.bin"));
    NameTable table = NameTable.open(directory.resolve("names.bin"));
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.find("ALLERGY")).isEqualTo(1);
    assertThat(table.find("allerg")).isEqualTo(-1);
    assertThat(table.targets(1)).containsExactly(2, 1);
    assertThat(table.targets(2)).isEmpty();
    assertThat(table.capitals(0)).isTrue();
    assertThat(table.capitals(1)).isFalse();
    assertThat(table.shown(0)).isEqualTo("ALL");
    assertThat(table.shown(1)).isEmpty();
    assertThat(table.shown(2)).isEqualTo("肺 炎");
  }

  @Test
  void bothWaysOfWritingNamesGiveTheSameBytes() throws IOException {
    TreeMap<String, NameTable.Entry> entries = new TreeMap<>();
    NameTable.Writer writer = new NameTable.Writer();
    for (String name : List.of("a", "ab", "b")) {
      entries.put(name, new NameTable.Entry(name, 0, new int[] {1}));
      writer.add(name, name, 0, new int[] {1});
    }
    NameTable.sections(entries).write(directory.resolve("a"));
    writer.write(directory.resolve("b"));
    assertThat(directory.resolve("a")).hasSameBinaryContentAs(directory.resolve("b"));
  }

  @Test
  void namesMustComeInOrder() {
    NameTable.Writer writer = new NameTable.Writer();
    writer.add("b", "b", 0, new int[0]);
    for (String name : List.of("a", "b")) {
      assertThatThrownBy(() -> writer.add(name, name, 0, new int[0]))
          .hasMessage("illegal string 1: must come after the one before it");
    }
    assertThatThrownBy(() -> writer.add("", "", 0, new int[0]))
        .hasMessage("illegal string 1: must not be empty");
    assertThatThrownBy(() -> writer.add("c\0", "c", 0, new int[0]))
        .hasMessage("illegal string 1: must not hold U+0000");
  }

  @Test
  void sectionsHoldEveryType() throws IOException {
    byte[] many = new byte[600_001];
    many[600_000] = 9;
    Path file = directory.resolve("sections.bin");
    new Sections.Writer()
        .ints(new int[] {1, 2, 3}, 2)
        .longs(new long[] {Long.MIN_VALUE})
        .floats(new float[] {1.5f})
        .doubles(new double[] {2.5})
        .bytes(many)
        .chars(new char[] {'肺'}, 1)
        .write(file);
    Sections sections = Sections.open(file);
    assertThat(sections.ints(0).get(1)).isEqualTo(2);
    assertThat(sections.ints(0).capacity()).isEqualTo(2);
    assertThat(sections.longs(1).get(0)).isEqualTo(Long.MIN_VALUE);
    assertThat(sections.floats(2).get(0)).isEqualTo(1.5f);
    assertThat(sections.doubles(3).get(0)).isEqualTo(2.5);
    assertThat(sections.bytes(4).capacity()).isEqualTo(600_001);
    assertThat(sections.bytes(4).get(600_000)).isEqualTo((byte) 9);
    assertThat(sections.bytes(5).getChar(0)).isEqualTo('肺');
    assertThat(Files.size(file) % 8).isZero();
    assertThatThrownBy(() -> sections.bytes(6)).hasMessageEndingWith("it has no section 6");
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    Path file = directory.resolve("sections.bin");
    new Sections.Writer().ints(new int[100]).write(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 15, 20, 100}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Sections.open(file).ints(0))
          .isInstanceOf(TerminologyException.class)
          .hasMessageStartingWith("Cannot read " + file);
    }
  }
}
