package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/** Makes concepts and names of a file's parts, and reports those that cannot be. */
final class Emitter {
  private final Path file;
  private final ConceptSink sink;
  private final SemanticType type;
  private final Optional<Language> language;

  Emitter(Path file, ConceptSink sink, SemanticType type, Optional<Language> language) {
    this.file = file;
    this.sink = sink;
    this.type = type;
    this.language = language;
  }

  /** A place in the file: line and column from 1. */
  record At(long line, int column) {}

  void problem(At at, String message) {
    sink.problem(new SourceProblem(file, at.line(), at.column(), message));
  }

  void skipped(At at, String message) {
    sink.skipped(new SourceProblem(file, at.line(), at.column(), message));
  }

  /** A code; empty if it is none, which is reported. */
  Optional<ConceptCode> code(At at, CodeSystem system, String value) {
    try {
      return Optional.of(new ConceptCode(system, value));
    } catch (IllegalArgumentException e) {
      problem(at, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Names under construction, each text once; the strongest kind stays. */
  final class Names {
    private final Map<String, Designation> names = new LinkedHashMap<>();

    /** Adds a name in the language that is stated or evident. */
    Names add(At at, String text, Designation.Kind kind) {
      return add(at, text, kind, Optional.empty());
    }

    /** Adds a name in a language. */
    Names add(At at, String text, Designation.Kind kind, Optional<Language> in) {
      Optional<String> clean = NameText.clean(text);
      if (text.isBlank()) {
        return this;
      }
      if (clean.isEmpty()) {
        skipped(at, NameText.fault(text));
        return this;
      }
      Language guess = in.or(() -> language).orElseGet(() -> LanguageGuess.of(clean.get()));
      if (guess == Language.UNSTATED) {
        skipped(at, "a name that is neither Chinese nor English; state its language");
        return this;
      }
      names.putIfAbsent(clean.get(), new Designation(clean.get(), guess, kind(clean.get(), kind)));
      return this;
    }

    boolean isEmpty() {
      return names.isEmpty();
    }

    List<Designation> all() {
      return new ArrayList<>(names.values());
    }
  }

  private static Designation.Kind kind(String name, Designation.Kind kind) {
    boolean other = kind == Designation.Kind.SYNONYM || kind == Designation.Kind.ALIAS;
    return other && TableSource.abbreviation(name) ? Designation.Kind.ABBREVIATION : kind;
  }

  Names names() {
    return new Names();
  }

  /** Hands a concept over. */
  void concept(
      At at, List<ConceptCode> codes, Names names, List<String> parents, int parentColumn) {
    concept(at, codes, names, parents, parentColumn, List.of());
  }

  /** Hands a concept over; one without a name is a problem. */
  void concept(
      At at,
      List<ConceptCode> codes,
      Names names,
      List<String> parents,
      int parentColumn,
      List<AtomicEntity> attributes) {
    if (names.isEmpty()) {
      problem(at, "code '%s' has no name".formatted(codes.get(0).value()));
      return;
    }
    sink.concept(
        new SourceConcept(
            new Concept(ConceptId.of(codes.get(0)), type, codes, names.all(), attributes),
            parents,
            new SourceConcept.Origin(file, at.line(), at.column(), parentColumn)));
  }

  /** Hands names over that mean the same. */
  void same(
      At at,
      Names names,
      Optional<ConceptRef> target,
      List<AtomicEntity> attributes,
      Optional<CodeSystem> minted) {
    if (names.isEmpty()) {
      return;
    }
    sink.names(
        new SourceNames(
            names.all(),
            type,
            target,
            attributes,
            new SourceNames.Origin(file, at.line(), at.column(), minted)));
  }
}
