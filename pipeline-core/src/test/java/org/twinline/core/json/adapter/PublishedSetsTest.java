package org.twinline.core.json.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.core.io.Compression;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.json.CandidateGroupCodec;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;

/** Real files, every line of them, through mappings and forms. */
class PublishedSetsTest {

  @Test
  void jmed() throws Exception {
    List<CandidateGroup> groups = read("jmed-300.jsonl", mapping(Mappings.jmed()));
    assertThat(groups).hasSize(300);
    for (CandidateGroup group : groups) {
      assertThat(group.question().prompt().options()).hasSameSizeAs(group.candidates());
      assertThat(group.candidates()).allMatch(c -> !c.cot().isBlank() && !c.answer().isBlank());
      assertThat(group.question().reference().isEmpty()).isFalse();
      assertThat(group.question().annotations().extra().fields())
          .containsOnlyKeys("analysis", "dialogue", "gold_letter");
    }
    assertThat(groups.get(0).question().reference()).isEqualTo(Reference.all("普通感冒"));
    assertThat(groups.get(0).candidates())
        .extracting(Candidate::answer)
        .containsExactly("普通感冒", "过敏性鼻炎", "急性咽炎", "急性鼻窦炎", "急性支气管炎");
  }

  @Test
  void o1() throws Exception {
    List<CandidateGroup> groups = read("o1-open-100.jsonl", mapping(Mappings.o1()));
    assertThat(groups).hasSize(100);
    assertThat(groups)
        .allMatch(g -> g.candidates().size() == 1 && !g.candidates().get(0).cot().isBlank());
    assertThat(groups.get(0).question().reference())
        .isEqualTo(Reference.all("Simple mastectomy followed by oophorectomy"));
    assertThat(groups.get(0).candidates().get(0).extra().fields()).isEmpty();
  }

  @Test
  void agentClinic() throws Exception {
    List<CandidateGroup> groups = read("agentclinic-214.jsonl", mapping(Mappings.agentClinic()));
    assertThat(groups).hasSize(214);
    assertThat(groups).allMatch(g -> g.candidates().isEmpty() && g.bare().size() == 1);
    assertThat(groups).allMatch(g -> !g.question().reference().isEmpty());
    assertThat(groups.get(0).question().prompt().lastUserContent())
        .startsWith(
            """
            Objective for Doctor: Assess and diagnose the patient presenting with double vision, \
            difficulty climbing stairs, and upper limb weakness.
            Patient Actor:
              Demographics: 35-year-old female
            """)
        .doesNotContain("Myasthenia");
  }

  @Test
  void huatuo26m() throws Exception {
    List<CandidateGroup> groups = read("huatuo26m-3000.jsonl", mapping(Mappings.huatuo26m()));
    assertThat(groups).hasSize(3000);
    assertThat(groups).allMatch(g -> g.question().id().isEmpty());
    assertThat(groups).allMatch(g -> !g.candidates().isEmpty());
    assertThat(groups.get(0).question().prompt().lastUserContent()).startsWith("我半年前出了车祸");
  }

  @Test
  void cmtMedQa() throws Exception {
    List<CandidateGroup> groups = read("cmtmedqa-600.jsonl", mapping(Mappings.cmtMedQa()));
    assertThat(groups).hasSize(600);
    assertThat(groups).allMatch(g -> g.candidates().size() == 1);
    assertThat(groups.stream().filter(g -> g.question().id().isEmpty())).hasSize(78);
    assertThat(groups.get(0).question().prompt().turns()).hasSize(9);
    assertThat(groups.get(0).question().prompt().turns().get(1).role()).isEqualTo(Role.ASSISTANT);
  }

  @Test
  void preference() throws Exception {
    for (RecordAdapter adapter : List.of(mapping(Mappings.preference()), Adapters.named("auto"))) {
      List<CandidateGroup> groups = read("preference-medical-50.jsonl", adapter);
      assertThat(groups).hasSize(50);
      assertThat(groups)
          .allSatisfy(
              g ->
                  assertThat(g.candidates())
                      .extracting(Candidate::preference)
                      .containsExactly(Preference.of(1), Preference.of(0)));
    }
  }

  @Test
  void cmExam() throws Exception {
    List<CandidateGroup> groups = read("cmexam-3000.jsonl", mapping(Mappings.cmExam()));
    assertThat(groups).hasSize(3000);
    assertThat(groups).allMatch(g -> g.question().prompt().options().size() >= 2);
  }

  @Test
  void healthBenchPrompts() throws Exception {
    List<CandidateGroup> groups = read("healthbench-rubrics-50.jsonl", Adapters.named("auto"));
    assertThat(groups).hasSize(50);
    assertThat(groups).allMatch(g -> !g.question().annotations().rubrics().isEmpty());
  }

  private static RecordAdapter mapping(FieldMapping mapping) {
    return Adapters.mapping(mapping, Limits.DEFAULT);
  }

  /** Every line becomes a group, and every group survives travelling. */
  private static List<CandidateGroup> read(String name, RecordAdapter adapter) throws IOException {
    Path file =
        Path.of(System.getProperty("twinline.shared", "../../shared")).resolve("data/eval/" + name);
    assumeTrue(
        Files.exists(file),
        () -> "no shared data at " + file.toAbsolutePath() + "; set -Dtwinline.shared");
    List<CandidateGroup> groups = new ArrayList<>();
    LineSink sink =
        new LineSink() {
          @Override
          public void line(long offset, byte[] line) throws IOException {
            try {
              CandidateGroup group = adapter.adapt(line, new Place(0, offset));
              byte[] bytes = CandidateGroupCodec.INSTANCE.toBytes(group);
              assertThat(CandidateGroupCodec.INSTANCE.fromBytes(bytes)).isEqualTo(group);
              groups.add(group);
            } catch (MalformedRecord e) {
              throw new IOException(name + "@" + offset, e);
            }
          }

          @Override
          public void malformed(long offset, MalformedRecord fault) throws IOException {
            throw new IOException(name + "@" + offset, fault);
          }
        };
    try (InputStream in = Files.newInputStream(file)) {
      LineReader.within(Limits.DEFAULT).read(in, Compression.NONE, sink);
    }
    return groups;
  }
}
