package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code icd10cm-tabular}: the tabular list of ICD-10-CM as XML. Chapters and sections
 * are concepts whose code is their range ({@code A00-B99}); a section of one category is that
 * category. Inclusion terms are synonyms; one that ends in NOS or NEC is one without it, too.
 *
 * <p>The tabular list states seventh characters once for a whole category. They are spelt out for
 * each code below that has no codes below itself, with X in the empty places and the text of the
 * character behind the name, as the order file does, so that the two files agree on each code.
 *
 * @param edition stated; else that of the file's element {@code version}
 * @param seventhCharacters whether codes with a seventh character are made
 */
record TabularSource(
    Path file,
    String system,
    Optional<String> edition,
    SemanticType type,
    Optional<Language> language,
    boolean seventhCharacters)
    implements TerminologySource {

  TabularSource(Path file, Keys keys) {
    this(
        file,
        keys.system("ICD10CM").id(),
        keys.text("edition"),
        keys.type(SemanticType.DIAGNOSIS),
        keys.language(),
        keys.flag("seventh-characters", true));
  }

  @Override
  public String format() {
    return "icd10cm-tabular";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Emitter emitter = new Emitter(file, sink, type, language.or(() -> Optional.of(Language.EN)));
    TabularList list =
        new TabularList(
            emitter,
            new CodeSystem(system, edition.orElse("")),
            edition.isPresent(),
            seventhCharacters);
    XmlFile.read(file, list, sink);
  }
}
