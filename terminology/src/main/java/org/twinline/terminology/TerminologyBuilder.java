package org.twinline.terminology;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.twinline.core.Require;
import org.twinline.terminology.index.NgramIndex;
import org.twinline.terminology.merge.Content;
import org.twinline.terminology.merge.Draft;
import org.twinline.terminology.source.SourceException;
import org.twinline.terminology.source.TerminologySource;
import org.twinline.terminology.store.ConceptStore;
import org.twinline.terminology.store.NameTable;

/**
 * Writes a terminology's index directory from its sources.
 *
 * <p>The directory is written beside its place under a temporary name, {@code index.json} last, and
 * renamed. Everything but Lucene's segment files is byte-identical between two builds of the same
 * sources, whatever their order of lines; {@link IndexDescription#contentHash} is.
 */
public final class TerminologyBuilder {
  private final List<TerminologySource> sources;

  private TerminologyBuilder(List<TerminologySource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** A builder over sources, whose order does not matter. */
  public static TerminologyBuilder of(List<? extends TerminologySource> sources) {
    Require.argument(!sources.isEmpty(), "Cannot build a terminology without sources");
    return new TerminologyBuilder(List.copyOf(sources));
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
    Draft draft = new Draft();
    for (TerminologySource source : sources) {
      source.read(draft);
    }
    Content content = draft.resolve();
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

  private IndexDescription write(Content content, Path staging) throws IOException {
    ConceptStore.sections(content.concepts(), content.atoms())
        .write(staging.resolve(Terminology.CONCEPTS));
    content.graph().sections().write(staging.resolve(Terminology.GRAPH));
    SortedMap<String, NameTable.Entry> names = names(content);
    NameTable.sections(names).write(staging.resolve(Terminology.NAMES));
    NameTable.sections(table(content.codes())).write(staging.resolve(Terminology.CODES));
    NameTable.sections(table(content.atomNames())).write(staging.resolve(Terminology.ATOMS));
    NgramIndex.write(names.keySet(), staging.resolve(Terminology.NGRAMS));
    Files.deleteIfExists(staging.resolve(Terminology.NGRAMS).resolve("write.lock"));
    SortedMap<String, Long> counts = content.counts();
    counts.put("names", (long) names.size());
    List<IndexDescription.SourceFile> files = new ArrayList<>();
    for (TerminologySource source : sources) {
      files.add(
          new IndexDescription.SourceFile(
              source.format(),
              String.valueOf(source.file().getFileName()),
              Checksums.ofFile(source.file())));
    }
    files.sort(Comparator.comparing(IndexDescription.SourceFile::name));
    IndexDescription description =
        new IndexDescription(
            "twinline " + version(), content.hash(), counts, files, Checksums.ofFiles(staging));
    description.write(staging);
    return description;
  }

  private static SortedMap<String, NameTable.Entry> names(Content content) {
    SortedMap<String, NameTable.Entry> names = new TreeMap<>();
    for (Content.Name name : content.names()) {
      names.put(
          name.folded(),
          new NameTable.Entry(
              name.shown(), name.capitals() ? NameTable.CAPITALS : 0, name.concepts()));
    }
    return names;
  }

  private static SortedMap<String, NameTable.Entry> table(SortedMap<String, int[]> bearers) {
    SortedMap<String, NameTable.Entry> entries = new TreeMap<>();
    bearers.forEach((key, all) -> entries.put(key, new NameTable.Entry(key, 0, all)));
    return entries;
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
