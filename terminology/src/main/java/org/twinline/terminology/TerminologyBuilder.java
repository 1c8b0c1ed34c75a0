package org.twinline.terminology;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.twinline.core.Require;
import org.twinline.terminology.merge.Content;
import org.twinline.terminology.merge.Draft;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.TerminologySource;

/**
 * Writes a terminology's index directory from its sources.
 *
 * <p>The directory is written beside its place under a temporary name, {@code index.json} last, and
 * renamed. Everything but Lucene's segment files is byte-identical between two builds of the same
 * sources, whatever their order of lines; {@link IndexDescription#contentHash} is.
 */
public final class TerminologyBuilder {
  private final List<TerminologySource> sources;
  private final Consumer<String> progress;

  private TerminologyBuilder(List<TerminologySource> sources, Consumer<String> progress) {
    this.sources = List.copyOf(sources);
    this.progress = progress;
  }

  /**
   * A builder over sources. Their order is their precedence: of codes that are one concept the
   * first source's gives the id, of names in one language the first source's is preferred.
   */
  public static TerminologyBuilder of(List<? extends TerminologySource> sources) {
    Require.argument(!sources.isEmpty(), "Cannot build a terminology without sources");
    return new TerminologyBuilder(List.copyOf(sources), line -> {});
  }

  /** The same, telling what it does: a line for each source and step. */
  public TerminologyBuilder onProgress(Consumer<String> lines) {
    return new TerminologyBuilder(sources, lines);
  }

  /**
   * Reads the sources and writes the directory.
   *
   * @param target must not exist or be an empty directory
   * @throws SourceException if a source cannot be read, with every place that is wrong
   * @throws TerminologyException if the target is not empty
   * @throws IOException if a file cannot be read or written
   */
  public IndexDescription write(Path target) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isPresent()) {
          throw new TerminologyException(
              "Cannot build a terminology in " + target + ": the directory is not empty");
        }
      }
    }
    Content content = read();
    progress.accept("writing %,d concepts".formatted(content.concepts().size()));
    Path place = target.toAbsolutePath().normalize();
    Path parent = place.getParent();
    Require.argument(parent != null, "Cannot build a terminology in %s", place);
    Files.createDirectories(parent);
    Path staging = Files.createTempDirectory(parent, "." + place.getFileName() + ".staging-");
    try {
      IndexDescription description = write(content, staging);
      Files.deleteIfExists(place);
      Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
      return description;
    } catch (DirectoryNotEmptyException e) {
      throw new TerminologyException(
          "Cannot build a terminology in " + target + ": the directory is not empty", e);
    } finally {
      delete(staging);
    }
  }

  /**
   * In a method of its own, so that what the merge needed is garbage while the files are written.
   */
  private Content read() throws IOException {
    Draft draft = new Draft();
    int number = 0;
    for (TerminologySource source : sources) {
      progress.accept(
          "reading %d/%d %s %s"
              .formatted(++number, sources.size(), source.format(), source.file().getFileName()));
      source.read(draft);
    }
    draft.encodings().forEach((file, encoding) -> progress.accept(file + " is " + encoding));
    progress.accept("merging");
    return draft.resolve();
  }

  private IndexDescription write(Content content, Path staging) throws IOException {
    IndexFiles.Summary summary = IndexFiles.write(content, staging);
    List<IndexDescription.SourceFile> files = new ArrayList<>();
    for (TerminologySource source : sources) {
      files.add(
          new IndexDescription.SourceFile(
              source.format(),
              String.valueOf(source.file().getFileName()),
              Checksums.ofFile(source.file())));
    }
    IndexDescription description =
        new IndexDescription(
            "twinline " + version(),
            summary.contentHash(),
            summary.counts(),
            files,
            Checksums.ofFiles(staging));
    description.write(staging);
    return description;
  }

  private static String version() {
    String version = TerminologyBuilder.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
