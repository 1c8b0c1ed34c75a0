package org.twinline.terminology.merge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.source.SourceNames;

/** Short and everyday names that come with the library; attached where their concept is known. */
final class CommonNames {
  private static final String RESOURCE = "common-names.tsv";

  private CommonNames() {}

  static List<SourceNames> rows() {
    List<SourceNames> rows = new ArrayList<>();
    try (InputStream in = CommonNames.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its resource " + RESOURCE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && line.charAt(0) != '#') {
          rows.add(row(line.split("\t"), number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static SourceNames row(String[] fields, long line) {
    List<Designation> names = new ArrayList<>();
    Language language = LanguageGuess.of(fields[1]);
    for (int i = 1; i < fields.length; i++) {
      boolean letters = fields[i].chars().allMatch(c -> c < 128);
      boolean capitals =
          letters
              && fields[i].length() <= 6
              && fields[i].equals(fields[i].toUpperCase(Locale.ROOT));
      names.add(
          new Designation(
              fields[i],
              letters ? Language.EN : language,
              capitals ? Designation.Kind.ABBREVIATION : Designation.Kind.SYNONYM));
    }
    return new SourceNames(
        names,
        SemanticType.valueOf(fields[0].toUpperCase(Locale.ROOT)),
        Optional.empty(),
        List.of(),
        new SourceNames.Origin(Path.of(RESOURCE), line, 1, Optional.empty()));
  }
}
