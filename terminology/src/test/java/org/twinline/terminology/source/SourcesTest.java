package org.twinline.terminology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats, paths and keys as people write them. */
class SourcesTest {
  @TempDir Path directory;

  @Test
  void namesTheNearestFormatAndKey() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "A b\n");
    assertThatThrownBy(() -> Sources.of("code", file, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown format 'code' (did you mean 'codes'?), known are aliases, atc, babelon, codes,"
                + " crosswalk, fhir, icd10-who, icd10cm-order, icd10cm-tabular, index-zh-en, obo,"
                + " relations, table, xlsx");
    assertThatThrownBy(() -> Sources.of("codes", file, Map.of("sytem", "X")))
        .hasMessage(
            "unknown key 'sytem' of format codes (did you mean 'system'?), known are code, edition,"
                + " encoding, language, names, separator, system, type");
    assertThatThrownBy(() -> Sources.of("codes", file, Map.of()))
        .hasMessage("format codes needs the key 'system' (and 'edition' if it has one)");
    assertThatThrownBy(() -> Sources.of("codes", file, Map.of("system", "X", "type", "disease")))
        .hasMessage(
            "illegal key 'type' of format codes: 'disease', must be one of diagnosis, procedure,"
                + " drug, exam, other");
    assertThatThrownBy(() -> Sources.of("codes", file, Map.of("system", "X", "encoding", "utf9")))
        .hasMessage(
            "illegal key 'encoding' of format codes: 'utf9', must be a charset such as UTF-8 or"
                + " GB18030");
    assertThatThrownBy(() -> Sources.of("codes", file, Map.of("system", "icd")))
        .hasMessageStartingWith("illegal key 'system' of format codes: 'icd', illegal code system");
    assertThatThrownBy(() -> Sources.of("crosswalk", file, Map.of("from", "A/1", "to", "A/1")))
        .hasMessage("format crosswalk: 'from' and 'to' are both A/1");
    assertThatThrownBy(
            () -> Sources.of("index-zh-en", file, Map.of("system", "X", "confidence", "2")))
        .hasMessageContaining("must be a number between 0 and 1");
    assertThat(Sources.formats()).hasSize(14);
    assertThat(Sources.keys("atc"))
        .containsExactly("edition", "encoding", "language", "names", "system", "type");
  }

  @Test
  void findsFilesByPatternAndFolder() throws IOException {
    Files.writeString(directory.resolve("b.csv"), "");
    Files.writeString(directory.resolve("a.csv"), "");
    Files.writeString(directory.resolve("c.txt"), "");
    List<TerminologySource> sources = Sources.of("atc", directory.resolve("{a,b}.csv"), Map.of());
    assertThat(sources)
        .extracting(s -> s.file().getFileName().toString())
        .containsExactly("a.csv", "b.csv");
    assertThat(sources).allMatch(s -> s.format().equals("atc"));
    assertThatThrownBy(() -> Sources.of("atc", directory.resolve("*.tsv"), Map.of()))
        .hasMessage("Cannot read " + directory.resolve("*.tsv") + ": no file matches");
    assertThatThrownBy(() -> Sources.of("atc", directory.resolve("x.csv"), Map.of()))
        .hasMessage("Cannot read " + directory.resolve("x.csv") + ": there is no such file");
    assertThatThrownBy(() -> Sources.of("atc", directory, Map.of()))
        .hasMessageStartingWith("Cannot read the folder " + directory + " as atc");
    assertThatThrownBy(() -> Sources.of("table", directory, Map.of()))
        .hasMessageContaining("none of diagnoses.tsv");
    Files.writeString(directory.resolve("relations.tsv"), "from\trelation\tto\n");
    assertThat(Sources.of("table", directory, Map.of()))
        .extracting(TerminologySource::format)
        .containsExactly("relations");
  }

  @Test
  void parsesASourceOfTheCommandLine() {
    assertThat(SourceSpec.parse("codes:a/b#c.txt#system=ICD10,separator=tab"))
        .isEqualTo(
            new SourceSpec(
                "codes", Path.of("a/b#c.txt"), Map.of("system", "ICD10", "separator", "tab")));
    assertThat(SourceSpec.parse("atc:C:/x#1.csv"))
        .isEqualTo(new SourceSpec("atc", Path.of("C:/x#1.csv"), Map.of()));
    assertThat(SourceSpec.parse("table:a#code-pattern=(a\\,b=c\\\\d#e)").keys())
        .containsEntry("code-pattern", "(a,b=c\\d#e)");
    assertThatThrownBy(() -> SourceSpec.parse("codes"))
        .hasMessage(
            "illegal source 'codes', must be FORMAT:PATH or FORMAT:PATH#key=value,key=value");
    assertThatThrownBy(() -> SourceSpec.parse("codes:a#system=X,Y"))
        .hasMessage("illegal key in source 'codes:a#system=X,Y': 'Y', must be key=value");
    assertThatThrownBy(() -> SourceSpec.parse("codes:a#system=X,system=Y"))
        .hasMessage("source 'codes:a#system=X,system=Y' states 'system=Y' twice");
  }

  @Test
  void readsAListOfSources() throws IOException {
    JsonNode list =
        new YAMLMapper().readTree("- {format: codes, path: x/a.txt, system: X, confidence: 0.5}\n");
    assertThat(SourceSpec.of(list, Path.of("base")))
        .containsExactly(
            new SourceSpec(
                "codes", Path.of("base/x/a.txt"), Map.of("system", "X", "confidence", "0.5")));
    assertThatThrownBy(
            () -> SourceSpec.of(new YAMLMapper().readTree("- {format: codes}"), Path.of("b")))
        .hasMessage("source 1 must be an object with the texts 'format' and 'path'");
    assertThatThrownBy(
            () ->
                SourceSpec.of(
                    new YAMLMapper().readTree("- {format: a, path: b, names: [x]}"), Path.of("b")))
        .hasMessage("key 'names' of source 1 must be a text, a number, true or false");
    assertThatThrownBy(() -> SourceSpec.of(new YAMLMapper().readTree("a: b"), Path.of("b")))
        .hasMessage("the file of sources must hold a list of sources");
  }
}
