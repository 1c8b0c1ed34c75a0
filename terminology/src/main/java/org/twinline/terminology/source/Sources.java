package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.twinline.core.Require;
import org.twinline.core.text.Nearest;

/** Makes sources of formats, paths and keys: what stands behind {@code --source}. */
public final class Sources {
  /** Keys that every format knows that has a use for them. */
  private static final Set<String> COMMON =
      Set.of("system", "edition", "type", "encoding", "language", "names");

  private Sources() {}

  /** A format: its keys beside the common ones, and what reads it. */
  private enum Format {
    ICD10CM_ORDER(Set.of(), each(OrderSource::new)),
    ICD10CM_TABULAR(Set.of("seventh-characters"), each(TabularSource::new)),
    ICD10_WHO(Set.of(), each(WhoSource::new)),
    CODES(Set.of("separator", "code"), each(CodesSource::new)),
    CROSSWALK(Set.of("from", "to"), each(CrosswalkSource::new)),
    XLSX(
        union(Mapping.KEYS, MappedSource.SHEET_KEYS),
        each((file, keys) -> MappedSource.sheet("xlsx", file, keys))),
    INDEX_ZH_EN(Set.of("confidence", "code-form"), IndexSource::of),
    ATC(Set.of(), each(AtcSource::new)),
    OBO(Set.of("xrefs"), each(OboSource::new)),
    BABELON(Set.of(), each(BabelonSource::new)),
    FHIR(Set.of(), each(FhirSource::new)),
    RELATIONS(GraphTable.KEYS, each(Sources::relations)),
    ALIASES(Set.of(), each(AliasSource::new)),
    TABLE(
        union(Mapping.KEYS, union(MappedSource.SHEET_KEYS, MappedSource.TEXT_KEYS)),
        each(Sources::table));

    private final Set<String> keys;
    private final Factory factory;

    Format(Set<String> keys, Factory factory) {
      this.keys = union(COMMON, keys);
      this.factory = factory;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Makes the source of one file. */
  private interface Single {
    TerminologySource of(Path file, Keys keys);
  }

  /** Makes the sources of all files of a path. */
  private interface Factory {
    List<TerminologySource> of(List<Path> files, Keys keys);
  }

  private static Factory each(Single single) {
    return (files, keys) -> files.stream().map(file -> single.of(file, keys)).toList();
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  /** The names of the formats. */
  public static List<String> formats() {
    return Arrays.stream(Format.values()).map(Format::id).sorted().toList();
  }

  /** The keys that a format knows, by name. */
  public static List<String> keys(String format) {
    return format(format).keys.stream().sorted().toList();
  }

  /**
   * The sources of a path: one file, all files that a pattern of the last part matches ({@code *},
   * {@code ?}, {@code {a,b}}), or, for {@code table}, a folder laid out as samples/terminology.
   *
   * @throws IllegalArgumentException if format, key, value or path is wrong, with what is known
   * @throws IOException if a folder cannot be listed
   */
  public static List<TerminologySource> of(String format, Path path, Map<String, String> keys)
      throws IOException {
    Format known = format(format);
    Keys checked = new Keys(known.id(), known.keys, keys);
    if (Files.isDirectory(path)) {
      Require.argument(
          known == Format.TABLE,
          "Cannot read the folder %s as %s: name a file, or a pattern such as %s",
          path,
          known.id(),
          path.resolve("*.csv"));
      List<TerminologySource> inside = TableSource.folder(path);
      Require.argument(
          !inside.isEmpty(),
          "Cannot read the folder %s: none of diagnoses.tsv, procedures.tsv, drugs.tsv,"
              + " examinations.tsv and relations.tsv is in it",
          path);
      return inside;
    }
    return List.copyOf(known.factory.of(files(path), checked));
  }

  private static Format format(String name) {
    for (Format format : Format.values()) {
      if (format.id().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "unknown format '%s'%s, known are %s"
            .formatted(
                name,
                Nearest.of(name, formats()).map(n -> " (did you mean '" + n + "'?)").orElse(""),
                String.join(", ", formats())));
  }

  private static List<Path> files(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    boolean pattern = name.chars().anyMatch(c -> "*?{".indexOf(c) >= 0);
    if (!pattern) {
      Require.argument(Files.isRegularFile(path), "Cannot read %s: there is no such file", path);
      return List.of(path);
    }
    Path parent = path.getParent();
    Path folder = parent == null ? Path.of(".") : parent;
    Require.argument(Files.isDirectory(folder), "Cannot list %s: there is no such folder", folder);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> files =
          inside
              .filter(file -> matcher.matches(file.getFileName()) && Files.isRegularFile(file))
              .sorted()
              .toList();
      Require.argument(!files.isEmpty(), "Cannot read %s: no file matches", path);
      return files;
    }
  }

  /** Tables of relations by code, else those whose keys or header say what is what. */
  private static TerminologySource relations(Path file, Keys keys) {
    boolean mapped = GraphTable.of(keys).isPresent() || !Delimiters.of(file).equals("\t");
    return mapped ? GraphSource.of(file, keys) : new RelationSource(file);
  }

  /** A table of ours (tab-separated, without a mapping), else a free one. */
  private static TerminologySource table(Path file, Keys keys) {
    if (Delimiters.sheet(file)) {
      return MappedSource.sheet("table", file, keys);
    }
    boolean mapped =
        union(Mapping.KEYS, MappedSource.TEXT_KEYS).stream().anyMatch(keys::has)
            || !Delimiters.of(file).equals("\t");
    return mapped
        ? MappedSource.text(file, keys)
        : new TableSource(
            file, keys.requiredSystem(), keys.type(Systems.type(keys.requiredSystem().id())));
  }
}
