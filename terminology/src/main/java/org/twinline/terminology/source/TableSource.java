package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code table}: one concept a line, with columns {@code code}, {@code zh}, {@code en}
 * and optionally {@code parent}, {@code zh_synonyms}, {@code en_synonyms}, {@code attributes},
 * {@code atc}. Several values in one field are separated by {@code |}; an attribute is {@code
 * axis:中文=english}.
 *
 * @param system the system of the column {@code code}
 */
public record TableSource(Path file, CodeSystem system, SemanticType type)
    implements TerminologySource {
  /** The system of the column {@code atc}, a cross-reference. */
  public static final CodeSystem ATC = new CodeSystem("ATC", "");

  private static final Set<String> REQUIRED = Set.of("code", "zh", "en");
  private static final Set<String> OPTIONAL =
      Set.of("parent", "zh_synonyms", "en_synonyms", "attributes", "atc");

  /**
   * The tables of a folder laid out as samples/terminology: {@code diagnoses.tsv} (ICD-10-CM 2021),
   * {@code procedures.tsv} (ICD-9-CM volume 3), {@code drugs.tsv} and {@code examinations.tsv}
   * (systems of our own) and {@code relations.tsv}, those that are there.
   */
  public static List<TerminologySource> folder(Path folder) {
    List<TerminologySource> sources = new ArrayList<>();
    Consumer<TerminologySource> add =
        s -> {
          if (Files.exists(s.file())) {
            sources.add(s);
          }
        };
    add.accept(
        new TableSource(
            folder.resolve("diagnoses.tsv"),
            new CodeSystem("ICD10CM", "2021"),
            SemanticType.DIAGNOSIS));
    add.accept(
        new TableSource(
            folder.resolve("procedures.tsv"),
            new CodeSystem("ICD9CM3", "2015"),
            SemanticType.PROCEDURE));
    add.accept(
        new TableSource(
            folder.resolve("drugs.tsv"), new CodeSystem("TWINLINE-RX", "1"), SemanticType.DRUG));
    add.accept(
        new TableSource(
            folder.resolve("examinations.tsv"),
            new CodeSystem("TWINLINE-EX", "1"),
            SemanticType.EXAM));
    add.accept(new RelationSource(folder.resolve("relations.tsv")));
    return List.copyOf(sources);
  }

  @Override
  public String format() {
    return "table";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Map<String, Long> firstLines = new HashMap<>();
    new TabSeparated(file, REQUIRED, OPTIONAL, sink)
        .read(
            row -> {
              Long first = firstLines.putIfAbsent(row.field("code"), row.line());
              if (first == null || row.field("code").isEmpty()) {
                concept(row, sink);
              } else {
                sink.problem(
                    row.problem(
                        "code",
                        "duplicate code '%s', first in line %d"
                            .formatted(row.field("code"), first)));
              }
            });
  }

  private void concept(TabSeparated.Row row, ConceptSink sink) {
    List<ConceptCode> codes = new ArrayList<>();
    code(row, "code", row.field("code"), system, codes, sink);
    if (codes.isEmpty()) {
      return;
    }
    for (String atc : row.parts("atc")) {
      code(row, "atc", atc, ATC, codes, sink);
    }
    List<Designation> names = new ArrayList<>();
    for (Language language : List.of(Language.ZH, Language.EN)) {
      String column = language == Language.ZH ? "zh" : "en";
      if (!row.field(column).isEmpty()) {
        names.add(new Designation(row.field(column), language, Designation.Kind.PREFERRED));
      }
      for (String synonym : row.parts(column + "_synonyms")) {
        names.add(new Designation(synonym, language, kind(synonym)));
      }
    }
    if (names.isEmpty()) {
      sink.problem(row.problem("zh", "concept '%s' has no name".formatted(row.field("code"))));
      return;
    }
    Concept concept =
        new Concept(ConceptId.of(codes.get(0)), type, codes, names, attributes(row, sink));
    sink.concept(
        new SourceConcept(
            concept,
            row.parts("parent"),
            new SourceConcept.Origin(file, row.line(), row.column("code"), row.column("parent"))));
  }

  private static void code(
      TabSeparated.Row row,
      String column,
      String value,
      CodeSystem system,
      List<ConceptCode> codes,
      ConceptSink sink) {
    try {
      codes.add(new ConceptCode(system, value));
    } catch (IllegalArgumentException e) {
      sink.problem(row.problem(column, String.valueOf(e.getMessage())));
    }
  }

  private static Designation.Kind kind(String name) {
    return abbreviation(name) ? Designation.Kind.ABBREVIATION : Designation.Kind.SYNONYM;
  }

  /** Whether a name is at most six capitals and digits, at least two of them capitals. */
  static boolean abbreviation(String name) {
    long capitals = name.chars().filter(c -> c >= 'A' && c <= 'Z').count();
    boolean only =
        name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-');
    return only && capitals >= 2 && name.length() <= 6;
  }

  private static List<AtomicEntity> attributes(TabSeparated.Row row, ConceptSink sink) {
    List<AtomicEntity> attributes = new ArrayList<>();
    for (String part : row.parts("attributes")) {
      int colon = part.indexOf(':');
      int equals = part.indexOf('=', colon + 1);
      if (colon <= 0 || equals < 0) {
        sink.problem(
            row.problem(
                "attributes", "illegal attribute '%s', expected axis:中文=english".formatted(part)));
        continue;
      }
      try {
        attributes.add(
            new AtomicEntity(
                part.substring(0, colon).strip(),
                part.substring(colon + 1, equals).strip(),
                part.substring(equals + 1).strip()));
      } catch (IllegalArgumentException e) {
        sink.problem(row.problem("attributes", String.valueOf(e.getMessage())));
      }
    }
    return attributes.stream().distinct().toList();
  }
}
