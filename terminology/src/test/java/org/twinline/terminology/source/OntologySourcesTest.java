package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OBO, Babelon and FHIR. */
class OntologySourcesTest {
  @TempDir Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static final String OBO =
      """
      format-version: 1.2

      [Term]
      id: XO:1
      name: small cough
      alt_id: XO:9
      synonym: "tussis \\"minor\\"" EXACT []
      synonym: "SMC" EXACT OMO:0003012 []
      synonym: "cough" BROAD [X:1]
      xref: ICD10CM:Q00.1
      xref: UMLS_CUI:C1
      is_a: XO:2 {source="x"} ! coughs
      is_a: XO:77 ! elsewhere

      [Term]
      id: XO:2
      name: coughs

      [Term]
      id: XO:3
      name: gone
      is_obsolete: true

      [Typedef]
      id: part_of
      name: part of
      """;

  @Test
  void oboKeepsScopesAndTheParentsOfTheFile() throws IOException {
    Collected read = Collected.of("obo", file("x.obo", OBO));
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.conceptLines())
        .containsExactly(
            "XO:1 XO:9 small cough/PREN|tussis \"minor\"/SYEN|SMC/ABEN|cough/ALEN <2",
            "XO:2 coughs/PREN");
    assertThat(read.skippedLines())
        .containsExactly(
            "x.obo:3:1: parent 'XO:77' is not in this file", "x.obo:19:1: an obsolete term");
    assertThat(Collected.of("obo", file("x.obo", OBO), "xrefs=ICD10CM").conceptLines().get(0))
        .startsWith("XO:1 XO:9 ICD10CM:Q00.1 small cough");
  }

  @Test
  void oboNamesThePlaceOfEachFault() throws IOException {
    String obo = "[Term]\nname: a\n\n[Term\n\n[Term]\nid: X:1\nsynonym: bare\nno tag\n";
    assertThat(Collected.of("obo", file("x.obo", obo)).problemLines())
        .containsExactly(
            "x.obo:4:1: a stanza's name is not closed by ]",
            "x.obo:8:9: a synonym must stand in quotes, followed by its scope",
            "x.obo:9:1: expected 'tag: value'",
            "x.obo:1:1: a term without id",
            "x.obo:6:1: code '1' has no name");
  }

  @Test
  void babelonBringsBothLanguages() throws IOException {
    String tsv =
        "source_language\ttranslation_language\tsubject_id\tpredicate_id\tsource_value\ttranslation_value\n"
            + "en\tzh\tHP:0000001\trdfs:label\tSmall \"cough\"\t小咳\n"
            + "en\tde\tHP:0000002\trdfs:label\tLoud cough\tHusten\n"
            + "en\tzh\tHP3\trdfs:label\tDry cough\t干咳\n";
    Collected read = Collected.of("babelon", file("hp.tsv", tsv));
    assertThat(read.conceptLines())
        .containsExactly("HP:0000001 Small \"cough\"/PREN|小咳/PRZH", "HP:0000002 Loud cough/PREN");
    assertThat(read.skippedLines()).containsExactly("hp.tsv:3:6: a name in the language 'de'");
    assertThat(read.problemLines())
        .containsExactly("hp.tsv:4:3: illegal identifier 'HP3', expected PREFIX:value");
  }

  private static final String FHIR =
      """
      {"concept": [
        {"concept": [
           {"code": "b", "display": "dry cough",
            "designation": [
              {"language": "zh-CN", "value": "干咳"},
              {"language": "zh", "use": {"system": "s", "code": "syn"}, "value": "咳干"},
              {"language": "fr", "value": "toux"},
              {"value": "tussis sicca"}]}],
         "code": "a", "display": "cough"},
        {"code": "c", "display": "wet cough", "property": [{"code": "parent", "valueCode": "a"}]},
        {"property": [{"code": "child", "valueCode": "c"}], "code": "d", "display": "fluid"},
        {"code": "e", "display": "old", "property": [{"code": "inactive", "valueBoolean": true}],
         "concept": [{"code": "f", "display": "young"}]}],
       "meta": {"x": [1, {"concept": []}]},
       "resourceType": "CodeSystem"}
      """;

  @Test
  void fhirNestsByConceptAndByProperty() throws IOException {
    Collected read = Collected.of("fhir", file("cs.json", FHIR), "system=CS", "edition=1");
    assertThat(read.problemLines()).isEmpty();
    assertThat(read.conceptLines())
        .containsExactly(
            "CS:a cough/PREN",
            "CS:b dry cough/PREN|干咳/PRZH|咳干/SYZH|tussis sicca/SYEN <a",
            "CS:c wet cough/PREN <a,d",
            "CS:d fluid/PREN",
            "CS:f young/PREN");
    assertThat(read.skippedLines())
        .containsExactly(
            "cs.json:7:10: a designation in the language 'fr'",
            "cs.json:12:4: an inactive concept");
  }

  @Test
  void fhirNamesWhatItCannotRead() throws IOException {
    assertThat(
            Collected.of("fhir", file("a.json", "{\"resourceType\": \"Patient\"}"), "system=CS")
                .problemLines())
        .containsExactly("a.json:1:27: resourceType must be CodeSystem");
    assertThat(
            Collected.of("fhir", file("b.json", "{\"concept\": [\n{\"code\": x}]}"), "system=CS")
                .problemLines()
                .get(0))
        .startsWith("b.json:2:11: not JSON: Unrecognized token 'x'");
    String nothing = "{\"resourceType\": \"CodeSystem\", \"concept\": [{\"display\": \"a\"}]}";
    assertThat(Collected.of("fhir", file("c.json", nothing), "system=CS").problemLines())
        .containsExactly("c.json:1:45: a concept without code");
  }
}
