package org.twinline.terminology;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.twinline.core.Require;
import org.twinline.terminology.link.LinkFigures;
import org.twinline.terminology.link.LinkSettings;
import org.twinline.terminology.link.LinkTrainer;

/**
 * Fits the linker of an index to texts with their standard names and writes it into the index,
 * which is replaced as a whole: at every moment the directory is the old index, the new one, or
 * (for the time of two renames) absent. A linker that was there before is replaced.
 */
public final class LinkerTraining {
  private final Path index;
  private final Consumer<String> progress;

  private LinkerTraining(Path index, Consumer<String> progress) {
    this.index = index.toAbsolutePath().normalize();
    this.progress = progress;
  }

  /** Training for the index in a directory. */
  public static LinkerTraining of(Path index) {
    return new LinkerTraining(index, line -> {});
  }

  /** The same, telling what it does. */
  public LinkerTraining onProgress(Consumer<String> lines) {
    return new LinkerTraining(index, lines);
  }

  /**
   * What was fitted.
   *
   * @param system the list that is linked to, {@code SYSTEM/EDITION}
   * @param terms how many distinct names it has
   * @param figures on texts that the judging parts were not fitted to
   */
  public record Outcome(String system, int terms, LinkFigures figures) {}

  /**
   * Fits and writes.
   *
   * @param files JSON lines with {@code text} and {@code standard}
   * @param system what to link to, {@code SYSTEM} or {@code SYSTEM/EDITION}; where empty, the list
   *     that has most of the standard names
   * @throws org.twinline.terminology.source.SourceException if a file cannot be read
   * @throws IllegalArgumentException if there are too few pairs, or no list has their names
   */
  public Outcome fit(List<Path> files, Optional<String> system) throws IOException {
    Path parent = index.getParent();
    Require.argument(parent != null, "Cannot train an index in %s", index);
    Pairs pairs = Pairs.read(files);
    Path staging = Files.createTempDirectory(parent, "." + index.getFileName() + ".training-");
    try {
      Outcome outcome;
      try (Terminology terminology = Terminology.open(index)) {
        String list = system.orElseGet(() -> terminology.listOf(pairs.standardNames()));
        Set<String> texts = new HashSet<>();
        pairs.pairs().forEach(pair -> texts.add(NameNormaliser.name(pair.text())));
        TermList terms = TermList.of(terminology.store(), list, texts);
        Require.argument(terms.size() > 0, "Cannot link to %s: no concept has a code of it", list);
        progress.accept("linking to %,d names of %s".formatted(terms.size(), list));
        String base = LinkerFiles.base(index, terminology.description());
        try (LinkerFiles linker = LinkerFiles.write(terms, staging.resolve(LinkerFiles.FOLDER))) {
          LinkFigures figures =
              new LinkTrainer(
                      terms,
                      linker.names(),
                      linker.search(),
                      LinkSettings.DEFAULT,
                      progress::accept)
                  .train(pairs.pairs(), linker.folder());
          linker.writeCard(base, list, checksums(files), figures);
          outcome = new Outcome(list, terms.size(), figures);
        }
        describe(terminology.description(), base, staging);
      }
      replace(staging);
      return outcome;
    } finally {
      delete(staging);
    }
  }

  private static SortedMap<String, String> checksums(List<Path> files) throws IOException {
    SortedMap<String, String> checksums = new TreeMap<>();
    for (Path file : files) {
      checksums.put(String.valueOf(file.getFileName()), Checksums.ofFile(file));
    }
    return checksums;
  }

  /** Brings the files that stay, by link where the file system can, and writes index.json. */
  private void describe(IndexDescription before, String base, Path staging) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (Map.Entry<String, String> file : before.files().entrySet()) {
      if (!file.getKey().startsWith(LinkerFiles.FOLDER + "/")) {
        files.put(file.getKey(), file.getValue());
      }
    }
    SortedMap<String, String> fitted = new TreeMap<>(Checksums.ofFiles(staging));
    for (String name : files.keySet()) {
      Path to = staging.resolve(name);
      Files.createDirectories(parentOf(to));
      try {
        Files.createLink(to, index.resolve(name));
      } catch (UnsupportedOperationException | IOException e) {
        Files.copy(index.resolve(name), to);
      }
    }
    files.putAll(fitted);
    List<String> parts = new ArrayList<>(fitted.values());
    var digest = Checksums.sha256();
    Checksums.line(digest, base, parts);
    new IndexDescription(
            before.generator(), Checksums.hex(digest), before.counts(), before.sources(), files)
        .write(staging);
  }

  private void replace(Path staging) throws IOException {
    Path old = Files.createTempDirectory(parentOf(index), "." + index.getFileName() + ".old-");
    Files.delete(old);
    Files.move(index, old);
    Files.move(staging, index);
    delete(old);
  }

  private static Path parentOf(Path path) {
    return Objects.requireNonNullElse(path.getParent(), Path.of(""));
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
