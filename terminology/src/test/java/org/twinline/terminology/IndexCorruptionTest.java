package org.twinline.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.terminology.source.TableSource;

/** What was changed after the build is refused, and the message names it. */
class IndexCorruptionTest {
  @TempDir Path directory;
  private Path index = Path.of("");

  @BeforeEach
  void build() throws IOException {
    index = directory.resolve("index");
    TerminologyBuilder.of(TableSource.folder(Fixture.FOLDER)).write(index);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(index)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      assertThat(files).hasSizeGreaterThan(6).contains(index.resolve("index.json"));
      return files;
    }
  }

  private void refused(Path file) {
    assertThatThrownBy(() -> Terminology.open(index))
        .as("%s", file)
        .isInstanceOf(TerminologyException.class)
        .hasMessageContaining(String.valueOf(file.getFileName()));
  }

  @Test
  void oneFlippedByteInAnyFile() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 3, bytes.length / 2, bytes.length - 1}) {
        byte[] broken = bytes.clone();
        broken[at] ^= 1;
        Files.write(file, broken);
        refused(file);
      }
      Files.write(file, bytes);
    }
    Terminology.open(index).close();
  }

  @Test
  void anyByteOfTheDescription() throws IOException {
    Path file = index.resolve("index.json");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] broken = bytes.clone();
      broken[at] ^= (byte) (at % 2 == 0 ? 1 : 0x80);
      Files.write(file, broken);
      assertThatThrownBy(() -> IndexDescription.read(index))
          .as("byte %s", at)
          .isInstanceOf(TerminologyException.class)
          .hasMessageContaining("index.json")
          .hasMessageContaining("build it again");
    }
  }

  @Test
  void aLinkToAnIndexOpens() throws IOException {
    Path link = Files.createSymbolicLink(index.resolveSibling("link"), index);
    Terminology.open(link).close();
  }

  @Test
  void aCutFile() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      refused(file);
      Files.write(file, bytes);
    }
  }

  @Test
  void aMissingOrForeignFile() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      refused(file);
      Files.write(file, bytes);
    }
    Path foreign = Files.writeString(index.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> Terminology.open(index))
        .hasMessage(
            "Cannot open terminology: " + foreign + " does not belong to it; remove the file");
    Files.move(foreign, index.resolve(".notes"));
    Terminology.open(index).close();
  }

  @Test
  void anotherFormatVersion() throws IOException {
    Path file = index.resolve("index.json");
    Files.writeString(file, Files.readString(file).replace("\"format\" : 3", "\"format\" : 1"));
    assertThatThrownBy(() -> Terminology.open(index))
        .hasMessage(
            "Cannot open terminology %s: index.json states format version 1, this program reads 3;"
                    .formatted(index)
                + " build it again: twinline terminology build --out %s …".formatted(index));
  }
}
