package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.twinline.reward.djl.EncoderAssembly;
import org.twinline.reward.djl.PinnedEncoder;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.source.TableSource;

/**
 * What the build makes once for an installation: the encoders, assembled from their pinned Maven
 * artifacts, once more with each adapter of a sample bundle, and the samples' terminology. Runs in
 * the launcher module's build; does nothing where all of it is there and not older than its
 * sources.
 */
public final class SetUp {
  private static final String HOME = "twinline.home";

  private SetUp() {}

  /**
   * Makes what is missing.
   *
   * @param arguments the target folder, the folder of the samples' terminology tables, that of
   *     their model bundles
   * @throws IOException if something cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Path tables = Path.of(arguments[1]);
    Path encoders = target.resolve("encoders");
    for (PinnedEncoder encoder : PinnedEncoder.values()) {
      EncoderAssembly.assemble(encoders, encoder);
    }
    try (Stream<Path> bundles = Files.list(Path.of(arguments[2]))) {
      for (Path bundle : bundles.sorted().toList()) {
        EncoderAssembly.assemble(encoders, bundle);
      }
    }
    Path terminology = target.resolve("terminology");
    if (stale(terminology.resolve("index.json"), tables)) {
      delete(terminology);
      TerminologyBuilder.of(TableSource.folder(tables)).write(terminology);
    }
  }

  /** The installation's root. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }

  private static boolean stale(Path index, Path tables) throws IOException {
    if (!Files.exists(index) || !opens(Objects.requireNonNull(index.getParent()))) {
      return true;
    }
    try (Stream<Path> files = Files.list(tables)) {
      for (Path table : files.toList()) {
        if (Files.getLastModifiedTime(table).compareTo(Files.getLastModifiedTime(index)) > 0) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether this version can read the index; one of another version is made again. */
  private static boolean opens(Path terminology) {
    try (Terminology opened = Terminology.open(terminology)) {
      return opened.size() > 0;
    } catch (TerminologyException e) {
      return false;
    }
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
