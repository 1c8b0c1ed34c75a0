package org.twinline.terminology.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.store.NameTable;

/** What texts say of their mentions: planted sentences of both languages. */
class ContextTest {
  private static final NameTable NAMES =
      Dictionary.of(
          ("肺炎,肺结核,肺癌,肺栓塞,高血压,糖尿病,冠心病,发热,咳嗽,胸痛,头痛,腹痛,哮喘,脑梗死,胃癌,乳腺癌,结肠癌"
                  + ",阑尾炎,心肌梗死,胸腔积液,肾结石,乙肝,骨折,白血病,精神分裂症,癫痫,结节,肿块,阑尾切除术"
                  + ",胆囊切除术,血友病,pneumonia,tuberculosis,lung cancer,pulmonary embolism"
                  + ",hypertension,diabetes,diabetes mellitus,fever,cough,chest pain,headache,asthma"
                  + ",stroke,breast cancer,colon cancer,appendicitis,myocardial infarction,COPD"
                  + ",pleural effusion,nodule,fracture,seizure,appendectomy,schizophrenia,hemophilia")
              .split(",", -1));

  private static final MentionTagger TAGGER = new MentionTagger(NAMES, i -> new ConceptId(i + 1));

  static List<String> sentences() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ContextTest.class.getResourceAsStream("contexts.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void readsTheContext(String line) {
    String[] cells = line.split("\\|");
    String text = cells[1].replace("\\n", "\n");
    String tagged =
        TAGGER.tag(text).stream().map(m -> shown(text, m)).collect(Collectors.joining(" "));
    assertThat(tagged).isEqualTo(cells[2]);
  }

  private static String shown(String text, Mention mention) {
    Mention.Context c = mention.context();
    String flags =
        (c.negated() ? "N" : "")
            + (c.uncertain() ? "U" : "")
            + (c.historical() ? "H" : "")
            + (c.family() ? "F" : "");
    String name = text.substring(mention.start(), mention.end());
    assertThat(c.affirmed()).isEqualTo(flags.isEmpty()).isEqualTo(mention.affirmed());
    return (flags.isEmpty() ? "+" : flags)
        + (NameNormaliser.unspaced(name.charAt(0)) ? "" : " ")
        + name;
  }

  @Test
  void everyContextHasItsSentences() {
    Map<String, Long> counts =
        sentences().stream()
            .collect(Collectors.groupingBy(l -> l.split("\\|")[0], Collectors.counting()));
    assertThat(counts.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("negated", "uncertain", "historical", "family").toList());
    assertThat(counts.values()).allMatch(n -> n >= 40);
  }
}
