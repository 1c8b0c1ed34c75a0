package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code babelon}: translations of an ontology, tab-separated with columns {@code
 * subject_id}, {@code source_value} and {@code translation_value}, optionally {@code predicate_id},
 * {@code source_language} and {@code translation_language}. Labels are preferred names, other
 * predicates synonyms; languages other than English and Chinese are left out.
 */
record BabelonSource(
    Path file, Optional<CodeSystem> system, SemanticType type, Optional<Charset> encoding)
    implements TerminologySource {

  BabelonSource(Path file, Keys keys) {
    this(file, keys.system(), keys.type(SemanticType.OTHER), keys.encoding());
  }

  @Override
  public String format() {
    return "babelon";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Emitter emitter = new Emitter(file, sink, type, Optional.empty());
    Header header = new Header(List.of("subject_id", "source_value", "translation_value"));
    new DelimitedFile(file, encoding, "\t", DelimitedFile.Quoting.NONE)
        .read(
            row -> {
              if (header.isEmpty()) {
                return header.take(row, sink);
              }
              row(row, header, emitter);
              return true;
            },
            sink);
  }

  private void row(Row row, Header header, Emitter emitter) {
    int subject = header.column("subject_id");
    Emitter.At at = new Emitter.At(row.line(), subject);
    String predicate = row.field(header.column("predicate_id"));
    Designation.Kind kind =
        predicate.isEmpty() || predicate.equals("rdfs:label")
            ? Designation.Kind.PREFERRED
            : Designation.Kind.SYNONYM;
    Emitter.Names names = emitter.names();
    add(row, header, "source", kind, names, emitter);
    add(row, header, "translation", kind, names, emitter);
    if (names.isEmpty()) {
      emitter.skipped(at, "no name in English or Chinese");
      return;
    }
    Curie.code(at, row.field(subject), system, emitter)
        .ifPresent(code -> emitter.concept(at, List.of(code), names, List.of(), 0));
  }

  private static void add(
      Row row,
      Header header,
      String which,
      Designation.Kind kind,
      Emitter.Names names,
      Emitter emitter) {
    int column = header.column(which + "_value");
    String stated = row.field(header.column(which + "_language"));
    Emitter.At at = new Emitter.At(row.line(), column);
    if (stated.isEmpty()) {
      names.add(at, row.field(column), kind);
    } else if (stated.equals("en") || stated.equals("zh") || stated.startsWith("zh-")) {
      Language language = stated.equals("en") ? Language.EN : Language.ZH;
      names.add(at, row.field(column), kind, Optional.of(language));
    } else {
      emitter.skipped(at, "a name in the language '%s'".formatted(stated));
    }
  }
}
