package org.twinline.terminology.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.store.NameTable;

/** Words of the text in another form than those of the table. */
class InflectionTest {
  private static final String[] NAMES = {
    "ulcer",
    "biopsy",
    "abscess",
    "metastasis",
    "Crohn disease",
    "Parkinson's disease",
    "anaemia",
    "leukemia",
    "oesophageal tumour",
    "diarrhea",
    "haemorrhage",
    "fiber",
    "localised oedema",
    "kidney stones",
    "gas",
    "sulfur poisoning",
    "UTI",
    "aids",
    "foot ulcer",
    "foot",
    "EB病毒感染",
    "arteriovenous fistula"
  };

  private static final NameTable TABLE = Dictionary.of(NAMES);
  private static final MentionTagger TAGGER = new MentionTagger(TABLE, i -> new ConceptId(i));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "two ulcers|ulcer:ulcers",
        "ulcer's edge|ulcer:ulcer's",
        "biopsies|biopsy:biopsies",
        "abscesses|abscess:abscesses",
        "liver metastases|metastasis:metastases",
        "Crohn's disease|Crohn disease:Crohn's disease",
        "Parkinson disease|Parkinson's disease:Parkinson disease",
        "anemia|anaemia:anemia",
        "leukaemias|leukemia:leukaemias",
        "esophageal tumors|oesophageal tumour:esophageal tumors",
        "diarrhoea|diarrhea:diarrhoea",
        "hemorrhages|haemorrhage:hemorrhages",
        "fibre|fiber:fibre",
        "localized edema|localised oedema:localized edema",
        "kidney stone|kidney stones:kidney stone",
        "a gap|''",
        "sulphur poisoning|sulfur poisoning:sulphur poisoning",
        "UTIs|UTI:UTIs",
        "utis|''",
        "foot ulcers|foot ulcer:foot ulcers",
        "foots|foot:foots",
        "footed|''",
        "hemi|''",
        "ulcerous|''",
        "hoarse|''",
        "EB病毒感染|EB病毒感染:EB病毒感染",
        "患者ulcers术后|ulcer:ulcers",
      })
  void findsOtherForms(String text, String expected) {
    String found =
        TAGGER.tag(text).stream()
            .map(
                m ->
                    NAMES[(int) m.concepts().get(0).value()]
                        + ":"
                        + text.substring(m.start(), m.end()))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(expected);
  }
}
