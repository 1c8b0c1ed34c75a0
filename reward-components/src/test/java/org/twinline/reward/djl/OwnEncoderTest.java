package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that bring their encoder, of Twinline's own code. */
class OwnEncoderTest {
  @TempDir Path directory;

  @Test
  void theOwnEncoderIsFoundFirstAndSharedByItsHash() {
    EncoderCard encoder = TestEncoder.card();
    Path folder = TestEncoder.DIRECTORY.resolve(encoder.name());
    LinearHead head = Bundles.cosineHead();
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    Bundle.write(first, Bundles.card(head), head, Optional.of(folder));
    BundleCard other = Bundles.card(head, "other", List.of("{answer}", "{reference}"));
    Bundle.write(second, other, head, Optional.of(folder));
    Encoders none = Encoders.in(directory.resolve("no-encoders"));
    int before = SharedEncoder.users(encoder.files());

    assertThat(Bundle.read(first).encoder(none).folder()).isEqualTo(first);
    try (BundleScorer both = BundleScorer.open(List.of(first, second), none)) {
      assertThat(both.work()).hasSize(1);
      assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before + 1);
    }
    assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before);

    Path bare = directory.resolve("bare");
    Bundle.write(bare, Bundles.card(head), head);
    assertThat(Bundle.read(bare).bringsEncoder()).isFalse();
    assertThatThrownBy(() -> BundleScorer.open(bare, none))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("encoder.json: it is missing");
  }

  /** The weights are Twinline's own and one character of the code is not. */
  @Test
  void anotherLetterOfCodeIsForeign() throws IOException {
    Path model = rewritten("code", false);
    assertThat(Skeleton.of(model)).isEmpty();
    assertThatThrownBy(
            () -> ForeignCode.refuse(model, ModelFiles.sha256(model), new java.util.TreeSet<>()))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("not Twinline's own code");
  }

  @Test
  void anotherEntryOrLayoutIsForeign() throws IOException {
    assertThat(Skeleton.of(rewritten("entry", true))).isEmpty();
    Path sound = TestEncoder.DIRECTORY.resolve(TestEncoder.card().name()).resolve("model.pt");
    assertThat(Skeleton.of(sound)).isPresent();
    Path longer = Files.copy(sound, directory.resolve("longer"));
    Files.write(longer, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(Skeleton.of(longer)).isEmpty();
    Path text = Files.writeString(directory.resolve("text"), "no archive");
    assertThat(Skeleton.of(text)).isEmpty();
  }

  /** Other numbers of the right size keep the code what it is; of another size they do not. */
  @Test
  void weightsMayDifferButNotInSize() throws IOException {
    Skeleton skeleton = Skeleton.of(PinnedEncoder.ZH);
    Path zeros = directory.resolve("zeros");
    skeleton.write(zeros, weight -> ByteBuffer.allocate(weight.bytes()));
    assertThat(Skeleton.of(zeros)).isPresent();
    assertThatThrownBy(
            () ->
                skeleton.write(
                    directory.resolve("short"), weight -> ByteBuffer.allocate(weight.bytes() - 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("archive/data/0 has 43270140 bytes, must have 43270144");
  }

  /** The Chinese model's archive, entry by entry, with one change. */
  private Path rewritten(String name, boolean extra) throws IOException {
    Path sound = TestEncoder.DIRECTORY.resolve(TestEncoder.card().name()).resolve("model.pt");
    Path target = directory.resolve(name);
    try (ZipFile zip = new ZipFile(sound.toFile());
        OutputStream file = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
          content = in.readAllBytes();
        }
        if (!extra && entry.getName().endsWith("code/__torch__.py")) {
          content[content.length - 2] ^= 1;
        }
        store(out, entry.getName(), content);
      }
      if (extra) {
        store(out, "archive/code/more.py", "pass".getBytes(StandardCharsets.UTF_8));
      }
    }
    return target;
  }

  private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
