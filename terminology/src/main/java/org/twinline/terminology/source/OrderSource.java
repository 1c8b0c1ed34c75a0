package org.twinline.terminology.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code icd10cm-order}: the order file of ICD-10-CM by the US National Center for
 * Health Statistics, fixed width: order number (1–5), code without its point (7–13), 1 where it is
 * valid for billing (15), short title (17–76), long title (from 78). Seventh characters with their
 * placeholders X are spelt out. The hierarchy follows from the codes.
 */
record OrderSource(
    Path file,
    CodeSystem system,
    SemanticType type,
    Optional<Charset> encoding,
    Optional<Language> language)
    implements TerminologySource {
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");

  /** Stands in a short title where the text of the seventh character had no room. */
  private static final Pattern SEVENTH = Pattern.compile("\\b7th[A-Z0-9]?$");

  OrderSource(Path file, Keys keys) {
    this(
        file,
        keys.system("ICD10CM"),
        keys.type(SemanticType.DIAGNOSIS),
        keys.encoding(),
        keys.language());
  }

  @Override
  public String format() {
    return "icd10cm-order";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Optional<TextFile> text = TextFile.open(file, encoding, sink);
    if (text.isEmpty()) {
      return;
    }
    Emitter emitter = new Emitter(file, sink, type, language.or(() -> Optional.of(Language.EN)));
    try (BufferedReader reader = text.get().reader()) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          line(line, number, emitter);
        }
      }
    }
  }

  private void line(String line, long number, Emitter emitter) {
    if (line.length() < 78) {
      emitter.problem(
          new Emitter.At(number, line.length() + 1),
          "the line ends after %d characters, the long title stands from 78"
              .formatted(line.length()));
      return;
    }
    String order = line.substring(0, 5);
    String code = line.substring(6, 13).strip();
    char billable = line.charAt(14);
    if (!order.chars().allMatch(c -> c >= '0' && c <= '9')) {
      emitter.problem(new Emitter.At(number, 1), "illegal order number '%s'".formatted(order));
    } else if (!CODE.matcher(code).matches()) {
      emitter.problem(new Emitter.At(number, 7), "illegal ICD-10-CM code '%s'".formatted(code));
    } else if (billable != '0' && billable != '1') {
      emitter.problem(
          new Emitter.At(number, 15), "illegal flag '%s', must be 0 or 1".formatted(billable));
    } else {
      Emitter.At at = new Emitter.At(number, 7);
      Emitter.Names names =
          emitter
              .names()
              .add(new Emitter.At(number, 78), line.substring(77), Designation.Kind.PREFERRED);
      String brief = line.substring(16, 76).strip();
      if (!SEVENTH.matcher(brief).find()) {
        names.add(new Emitter.At(number, 17), brief, Designation.Kind.SYNONYM);
      }
      emitter
          .code(at, system, pointed(code))
          .ifPresent(c -> emitter.concept(at, List.of(c), names, List.of(), 0));
    }
  }

  private static String pointed(String code) {
    return code.length() > 3 ? code.substring(0, 3) + "." + code.substring(3) : code;
  }
}
