package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;

/** Makes concepts and names of the rows of a free table. */
final class MappedRows {
  private final Mapping mapping;
  private final Map<String, String> codesByName;
  private final ConceptSink sink;
  private final Emitter emitter;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> columns = new HashMap<>();

  MappedRows(Path file, Mapping mapping, Map<String, String> codesByName, ConceptSink sink) {
    this.mapping = mapping;
    this.codesByName = codesByName;
    this.sink = sink;
    this.emitter = new Emitter(file, sink, mapping.values().type(), mapping.values().language());
  }

  /** Finds the columns; false if one is not there, which is reported. */
  boolean begin(List<Row> header, Row first) {
    Columns known =
        new Columns(header.isEmpty() ? List.of() : header.get(header.size() - 1).fields());
    List<String> wanted = new ArrayList<>(mapping.synonyms());
    mapping.names().forEach(name -> wanted.add(name.column()));
    mapping.code().ifPresent(wanted::add);
    mapping.parent().ifPresent(wanted::add);
    mapping.levels().forEach(level -> wanted.addAll(List.of(level)));
    Row at = header.isEmpty() ? first : header.get(header.size() - 1);
    boolean sound = true;
    for (String name : wanted) {
      Optional<Integer> column = known.find(name);
      if (column.isEmpty()) {
        sink.problem(
            at.problem(
                0,
                "missing column '%s', there are: %s"
                    .formatted(name, at.fields().stream().map(String::strip).toList())));
        sound = false;
      } else {
        columns.put(name, column.get());
      }
    }
    return sound;
  }

  private int column(Row row, String name) {
    return Columns.in(row, columns.getOrDefault(name, 0));
  }

  private Emitter.At at(Row row, String name) {
    return new Emitter.At(row.line(), column(row, name));
  }

  /** Remembers the code of each name; an ambiguous name gets the empty one. */
  void index(Row row, Map<String, String> codes) {
    String code = code(row, mapping.code().orElse(""));
    for (Mapping.Named name : mapping.names()) {
      String text = row.field(column(row, name.column()));
      if (!text.isEmpty()) {
        codes.merge(text, code, (a, b) -> a.equals(b) ? a : "");
      }
    }
  }

  private String code(Row row, String column) {
    String text = row.field(column(row, column));
    Mapping.Values values = mapping.values();
    if (values.codePattern().isPresent()) {
      Matcher matcher = values.codePattern().get().matcher(text);
      text = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : text;
    }
    String found = text;
    return values.system().map(system -> Curie.value(found, system)).orElse(found);
  }

  /** Makes what the row states. */
  void row(Row row) {
    Emitter.Names names = names(row);
    if (mapping.code().isEmpty()) {
      Emitter.At at = at(row, mapping.names().get(0).column());
      boolean nothing =
          mapping.names().stream()
              .allMatch(name -> row.field(column(row, name.column())).isEmpty());
      if (names.isEmpty() && nothing) {
        emitter.skipped(at, "a row without a name");
      }
      emitter.same(at, names, Optional.empty(), List.of(), mapping.values().minted());
      return;
    }
    String column = mapping.code().get();
    String code = code(row, column);
    Emitter.At at = at(row, column);
    if (code.isEmpty()) {
      emitter.skipped(at, "a row without a code");
    } else if (names.isEmpty()) {
      emitter.skipped(at, "code '%s' without a name".formatted(code));
    } else {
      List<String> parents = new ArrayList<>(parents(row));
      levels(row).ifPresent(parents::add);
      int parentColumn = mapping.parent().map(p -> column(row, p)).orElse(0);
      seen.add(code);
      emitter
          .code(at, mapping.values().system().orElseThrow(), code)
          .ifPresent(
              c ->
                  emitter.concept(
                      at,
                      List.of(c),
                      names,
                      parents.stream().filter(p -> !p.equals(code)).distinct().toList(),
                      parentColumn));
    }
  }

  private Emitter.Names names(Row row) {
    Mapping.Values values = mapping.values();
    boolean again = mapping.code().isPresent() && seen.contains(code(row, mapping.code().get()));
    Designation.Kind main =
        again && values.kind() == Designation.Kind.PREFERRED
            ? Designation.Kind.SYNONYM
            : values.kind();
    Designation.Kind other =
        mapping.code().isPresent() ? Designation.Kind.SYNONYM : Designation.Kind.ALIAS;
    Emitter.Names names = emitter.names();
    for (Mapping.Named name : mapping.names()) {
      boolean split = mapping.synonyms().isEmpty();
      List<String> parts = parts(row.field(column(row, name.column())), split);
      for (int i = 0; i < parts.size(); i++) {
        names.add(at(row, name.column()), parts.get(i), i == 0 ? main : other, name.language());
      }
    }
    for (String synonyms : mapping.synonyms()) {
      for (String synonym : parts(row.field(column(row, synonyms)), true)) {
        names.add(at(row, synonyms), synonym, other, Optional.<Language>empty());
      }
    }
    return names;
  }

  private List<String> parts(String field, boolean split) {
    String separator = mapping.values().separator();
    if (separator.isEmpty() || !split) {
      return List.of(field);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = field.indexOf(separator); at >= 0; at = field.indexOf(separator, from)) {
      parts.add(field.substring(from, at));
      from = at + separator.length();
    }
    parts.add(field.substring(from));
    return parts.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private List<String> parents(Row row) {
    List<String> parents = new ArrayList<>();
    if (mapping.parent().isEmpty()) {
      return parents;
    }
    String column = mapping.parent().get();
    for (String parent : parts(row.field(column(row, column)), !mapping.parentByName())) {
      if (parent.isEmpty()) {
        continue;
      }
      if (!mapping.parentByName()) {
        parents.add(Curie.value(parent, mapping.values().system().orElseThrow()));
        continue;
      }
      String code = codesByName.getOrDefault(parent, "");
      if (code.isEmpty()) {
        emitter.skipped(
            at(row, column),
            codesByName.containsKey(parent)
                ? "the parent's name stands at several codes"
                : "the parent's name stands nowhere in this file");
      } else {
        parents.add(code);
      }
    }
    return parents;
  }

  /** Makes the ancestors once each; the lowest one's code. */
  private Optional<String> levels(Row row) {
    CodeSystem system = mapping.values().system().orElseThrow();
    Optional<String> above = Optional.empty();
    for (String[] level : mapping.levels()) {
      String text = row.field(column(row, level[0]));
      if (text.isEmpty()) {
        continue;
      }
      Optional<ConceptCode> code = emitter.code(at(row, level[0]), system, text);
      if (code.isPresent() && seen.add(text)) {
        Emitter.Names names =
            emitter
                .names()
                .add(
                    at(row, level[1]),
                    row.field(column(row, level[1])),
                    Designation.Kind.PREFERRED);
        List<ConceptCode> codes = new ArrayList<>(List.of(code.get()));
        also(text).ifPresent(codes::add);
        List<String> parents = above.filter(a -> !a.equals(text)).stream().toList();
        emitter.concept(at(row, level[0]), codes, names, parents, 0);
      }
      above = Optional.of(text);
    }
    return above;
  }

  /** A level's code in the other system, if it has the prefix that is taken off. */
  private Optional<ConceptCode> also(String code) {
    Mapping.Values values = mapping.values();
    boolean other = code.startsWith(values.strip()) && code.length() > values.strip().length();
    return values
        .also()
        .filter(system -> other)
        .map(system -> new ConceptCode(system, code.substring(values.strip().length())));
  }
}
