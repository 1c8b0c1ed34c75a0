package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps all that sources bring, in reading order. */
final class Collected implements ConceptSink {
  final List<SourceConcept> concepts = new ArrayList<>();
  final List<SourceNames> names = new ArrayList<>();
  final List<SourceRelation> relations = new ArrayList<>();
  final List<SourceCrosswalk> crosswalk = new ArrayList<>();
  final List<SourceAlias> aliases = new ArrayList<>();
  final List<SourceProblem> problems = new ArrayList<>();
  final List<SourceProblem> skipped = new ArrayList<>();
  final Map<Path, String> encodings = new LinkedHashMap<>();

  /** What the sources of a path bring; keys are given as {@code key=value}. */
  static Collected of(String format, Path path, String... keys) throws IOException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String key : keys) {
      int equals = key.indexOf('=');
      map.put(key.substring(0, equals), key.substring(equals + 1));
    }
    Collected collected = new Collected();
    for (TerminologySource source : Sources.of(format, path, map)) {
      source.read(collected);
    }
    return collected;
  }

  /** Each concept as {@code CODE [CODE…] name|name… <parent,parent}. */
  List<String> conceptLines() {
    return concepts.stream().map(Collected::line).toList();
  }

  private static String line(SourceConcept concept) {
    return concept.concept().codes().stream().map(c -> c.label()).collect(Collectors.joining(" "))
        + " "
        + concept.concept().designations().stream()
            .map(d -> d.text() + "/" + d.kind().name().substring(0, 2) + d.language())
            .collect(Collectors.joining("|"))
        + (concept.parents().isEmpty() ? "" : " <" + String.join(",", concept.parents()));
  }

  /** Each group of names as {@code [CODE] name|name…}. */
  List<String> nameLines() {
    return names.stream()
        .map(
            n ->
                n.target().map(t -> t.value() + " ").orElse("")
                    + n.names().stream().map(d -> d.text()).collect(Collectors.joining("|")))
        .toList();
  }

  /** Problems without their folder. */
  List<String> problemLines() {
    return lines(problems);
  }

  /** Skipped places without their folder. */
  List<String> skippedLines() {
    return lines(skipped);
  }

  private static List<String> lines(List<SourceProblem> problems) {
    return problems.stream()
        .map(p -> p.toString().substring(String.valueOf(p.file().getParent()).length() + 1))
        .toList();
  }

  @Override
  public void concept(SourceConcept concept) {
    concepts.add(concept);
  }

  @Override
  public void names(SourceNames group) {
    names.add(group);
  }

  @Override
  public void relation(SourceRelation relation) {
    relations.add(relation);
  }

  @Override
  public void crosswalk(SourceCrosswalk row) {
    crosswalk.add(row);
  }

  @Override
  public void alias(SourceAlias alias) {
    aliases.add(alias);
  }

  @Override
  public void problem(SourceProblem problem) {
    problems.add(problem);
  }

  @Override
  public void skipped(SourceProblem problem) {
    skipped.add(problem);
  }

  @Override
  public void encoding(Path file, String encoding) {
    encodings.put(file, encoding);
  }
}
