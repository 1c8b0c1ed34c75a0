package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.Require;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;

/** The format {@code crosswalk}: two codes a line, separated by blanks or a tab. */
record CrosswalkSource(Path file, CodeSystem from, CodeSystem to, Optional<Charset> encoding)
    implements TerminologySource {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  CrosswalkSource(Path file, Keys keys) {
    this(file, end(keys, "from"), end(keys, "to"), keys.encoding());
    Require.argument(!from.equals(to), "format crosswalk: 'from' and 'to' are both %s", from);
  }

  /** {@code SYSTEM/EDITION}, or an edition of the key {@code system}. */
  private static CodeSystem end(Keys keys, String key) {
    String text = keys.text(key, "");
    Require.argument(
        !text.isEmpty(),
        "format crosswalk needs the keys 'from' and 'to': SYSTEM/EDITION, or an edition of 'system'");
    return keys.has("system") && text.indexOf('/') < 0
        ? keys.system(key, keys.text("system", ""), text)
        : keys.system(key, text, "");
  }

  @Override
  public String format() {
    return "crosswalk";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    new DelimitedFile(file, encoding, "", DelimitedFile.Quoting.NONE)
        .read(
            row -> {
              row(row, sink);
              return true;
            },
            sink);
  }

  private void row(Row row, ConceptSink sink) {
    String[] codes = BLANKS.split(row.field(1));
    if (codes.length != 2) {
      sink.problem(row.problem(0, "%d codes in the line, expected 2".formatted(codes.length)));
      return;
    }
    sink.crosswalk(
        new SourceCrosswalk(
            new ConceptCode(from, codes[0]),
            new ConceptCode(to, codes[1]),
            new SourceCrosswalk.Origin(file, row.line(), 1, 2)));
  }
}
