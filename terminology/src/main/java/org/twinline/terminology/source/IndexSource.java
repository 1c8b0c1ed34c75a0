package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code index-zh-en}: a printed alphabetical index read by machine, comma-separated
 * with columns {@code level}, {@code chinese}, {@code english}, {@code code}, optionally {@code
 * confidence} and the five columns of the table of neoplasms. Each line is a modifier of the
 * nearest line above it with a lower level; composed, they are names of the code. Lines that were
 * read badly, jump a level, or cannot be composed are skipped, and so is what stands under the
 * former.
 *
 * @param before the file whose last entries go on in this one
 * @param confidence the least that a line must have, where the column is there
 * @param form how codes are written
 */
record IndexSource(
    Path file,
    Optional<Path> before,
    String system,
    SemanticType type,
    Optional<Charset> encoding,
    Optional<CodeSystem> names,
    double confidence,
    CodeForm form)
    implements TerminologySource {

  /** How codes are written in the system that they name. */
  enum CodeForm {
    /** As they stand. */
    PLAIN,
    /** With the places of the Chinese editions of ICD-9-CM-3: 35.82 is 35.8200, 39.0 is 39.0x00. */
    CHINESE
  }

  /** One source for each file; entries may go on in the next. */
  static List<TerminologySource> of(List<Path> files, Keys keys) {
    List<TerminologySource> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String system = keys.requiredSystem().id();
      sources.add(
          new IndexSource(
              files.get(i),
              i == 0 ? Optional.empty() : Optional.of(files.get(i - 1)),
              system,
              keys.type(Systems.type(system)),
              keys.encoding(),
              keys.names(),
              keys.ratio("confidence", 0.8),
              keys.one("code-form", CodeForm.class, CodeForm.PLAIN)));
    }
    return sources;
  }

  @Override
  public String format() {
    return "index-zh-en";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    IndexPath path = new IndexPath();
    if (before.isPresent()) {
      read(before.get(), path, new Silent());
    }
    read(file, path, sink);
  }

  private void read(Path from, IndexPath path, ConceptSink sink) throws IOException {
    Header header = new Header(List.of("level", "chinese", "english", "code"));
    IndexLines lines = new IndexLines(this, from, header, path, sink);
    new DelimitedFile(from, encoding, ",", DelimitedFile.Quoting.LENIENT)
        .read(
            row -> {
              if (header.isEmpty()) {
                return header.take(row, sink);
              }
              lines.line(row);
              return true;
            },
            sink);
    lines.end();
  }
}
