package org.twinline.terminology.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code codes}: a code, then a name, separated by a tab where every one of the first
 * thousand lines has one, else by the first blank. Pairs of a dagger and an asterisk code ({@code
 * A01.0+J17.0*}) and codes of morphology ({@code M80000/3}) are codes like others. A second line of
 * the same code gives a synonym.
 *
 * @param separator {@code tab}, {@code blank}, or empty to find it
 * @param ignoreCodes whether the first field is no code but a running number
 */
record CodesSource(
    Path file,
    Optional<CodeSystem> system,
    SemanticType type,
    Optional<Charset> encoding,
    Optional<Language> language,
    Optional<CodeSystem> names,
    String separator,
    boolean ignoreCodes)
    implements TerminologySource {
  private static final int LINES_TO_JUDGE = 1000;

  CodesSource(Path file, Keys keys) {
    this(
        file,
        keys.has("code") ? keys.system() : Optional.of(keys.requiredSystem()),
        keys.type(Systems.type(keys.text("system", ""))),
        keys.encoding(),
        keys.language(),
        keys.names().or(keys::system),
        keys.one("separator", Separator.class, Separator.FOUND).text,
        keys.one("code", CodeUse.class, CodeUse.USE) == CodeUse.IGNORE);
  }

  private enum CodeUse {
    USE,
    IGNORE
  }

  private enum Separator {
    FOUND(""),
    TAB("\t"),
    BLANK(" ");

    private final String text;

    Separator(String text) {
      this.text = text;
    }
  }

  @Override
  public String format() {
    return "codes";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Optional<TextFile> text = TextFile.open(file, encoding, sink);
    if (text.isEmpty()) {
      return;
    }
    char between = separator.isEmpty() ? found(text.get()) : separator.charAt(0);
    Emitter emitter = new Emitter(file, sink, type, language);
    Set<String> seen = new HashSet<>();
    try (BufferedReader reader = text.get().reader()) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          line(line, between, number, seen, emitter);
        }
      }
    }
  }

  private static char found(TextFile text) throws IOException {
    try (BufferedReader reader = text.reader()) {
      return reader
              .lines()
              .limit(LINES_TO_JUDGE)
              .filter(line -> !line.isBlank())
              .allMatch(line -> line.indexOf('\t') >= 0)
          ? '\t'
          : ' ';
    }
  }

  private void line(String line, char between, long number, Set<String> seen, Emitter emitter) {
    int start = line.length() - line.stripLeading().length();
    int end = line.indexOf(between, start);
    String name = end < 0 ? "" : line.substring(end + 1).strip();
    if (name.isEmpty()) {
      emitter.problem(
          new Emitter.At(number, line.length() + 1),
          "no %s and name after the code".formatted(between == '\t' ? "tab" : "blank"));
      return;
    }
    String code = line.substring(start, end).strip();
    Emitter.At at = new Emitter.At(number, 1);
    Emitter.At nameAt = new Emitter.At(number, 2);
    if (ignoreCodes) {
      Emitter.Names alone = emitter.names().add(nameAt, name, Designation.Kind.ALIAS);
      emitter.same(nameAt, alone, Optional.empty(), List.of(), names);
      return;
    }
    Designation.Kind kind = seen.add(code) ? Designation.Kind.PREFERRED : Designation.Kind.SYNONYM;
    Emitter.Names all = emitter.names().add(nameAt, name, kind);
    if (!all.isEmpty()) {
      emitter
          .code(at, system.orElseThrow(), code)
          .ifPresent(c -> emitter.concept(at, List.of(c), all, List.of(), 0));
    }
  }
}
