package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code atc}: comma-separated, with columns {@code atc_code} and {@code atc_name}; a
 * code is repeated for each of its daily doses. The hierarchy follows from the codes: 1, 3, 4, 5
 * and 7 characters.
 */
record AtcSource(
    Path file, CodeSystem system, Optional<Charset> encoding, Optional<Language> language)
    implements TerminologySource {
  private static final Pattern CODE =
      Pattern.compile("[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");

  AtcSource(Path file, Keys keys) {
    this(file, keys.system("ATC"), keys.encoding(), keys.language());
  }

  @Override
  public String format() {
    return "atc";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Emitter emitter = new Emitter(file, sink, SemanticType.DRUG, language);
    Set<String> seen = new HashSet<>();
    Header header = new Header(List.of("atc_code", "atc_name"));
    new DelimitedFile(file, encoding, ",", DelimitedFile.Quoting.STRICT)
        .read(
            row -> {
              if (header.isEmpty()) {
                return header.take(row, sink);
              }
              row(row, header, seen, emitter);
              return true;
            },
            sink);
  }

  private void row(Row row, Header header, Set<String> seen, Emitter emitter) {
    String code = row.field(header.column("atc_code"));
    String name = row.field(header.column("atc_name"));
    Emitter.At at = new Emitter.At(row.line(), header.column("atc_code"));
    Emitter.At nameAt = new Emitter.At(row.line(), header.column("atc_name"));
    if (!CODE.matcher(code).matches()) {
      emitter.problem(at, "illegal ATC code '%s'".formatted(code));
    } else if (seen.add(code)) {
      Emitter.Names names = emitter.names().add(nameAt, name, Designation.Kind.PREFERRED);
      emitter
          .code(at, system, code)
          .ifPresent(c -> emitter.concept(at, List.of(c), names, List.of(), 0));
    }
  }
}
