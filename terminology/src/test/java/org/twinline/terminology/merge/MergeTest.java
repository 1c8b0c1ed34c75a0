package org.twinline.terminology.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.graph.ConceptGraph;
import org.twinline.terminology.source.ConceptRef;
import org.twinline.terminology.source.SourceAlias;
import org.twinline.terminology.source.SourceConcept;
import org.twinline.terminology.source.SourceCrosswalk;
import org.twinline.terminology.source.SourceNames;
import org.twinline.terminology.source.SourceRelation;
import org.twinline.terminology.store.Sections;

class MergeTest {
  private static final Path FILE = Path.of("a.tsv");
  private static final CodeSystem WHO = new CodeSystem("ICD10", "2019");
  private static final CodeSystem OLD = new CodeSystem("ICD10-CN", "old");
  private static final CodeSystem NEW = new CodeSystem("ICD10-CN", "new");
  private static final CodeSystem CM = new CodeSystem("ICD10CM", "2021");
  private static final CodeSystem GRAPH = new CodeSystem("GRAPH", "");

  @TempDir private Path folder;

  private final Draft draft = new Draft();
  private int graphs;
  private long line = 1;

  private void concept(CodeSystem system, String code, String... names) {
    ConceptCode own = new ConceptCode(system, code);
    List<Designation> designations = new ArrayList<>();
    for (String name : names) {
      Designation.Kind kind =
          designations.isEmpty() ? Designation.Kind.PREFERRED : Designation.Kind.SYNONYM;
      designations.add(new Designation(name, LanguageGuess.of(name), kind));
    }
    draft.concept(
        new SourceConcept(
            new Concept(
                ConceptId.of(own), SemanticType.DIAGNOSIS, List.of(own), designations, List.of()),
            List.of(),
            new SourceConcept.Origin(FILE, line++, 1, 0)));
  }

  private void crosswalk(String from, String to) {
    draft.crosswalk(
        new SourceCrosswalk(
            new ConceptCode(OLD, from),
            new ConceptCode(NEW, to),
            new SourceCrosswalk.Origin(FILE, line++, 1, 2)));
  }

  private void names(Optional<ConceptRef> target, boolean made, String... names) {
    List<Designation> all =
        Arrays.stream(names)
            .map(n -> new Designation(n, LanguageGuess.of(n), Designation.Kind.ALIAS))
            .toList();
    draft.names(
        new SourceNames(
            all,
            SemanticType.DIAGNOSIS,
            target,
            List.of(new AtomicEntity("site", "心脏", "heart")),
            new SourceNames.Origin(FILE, line++, 1, made ? Optional.of(GRAPH) : Optional.empty())));
  }

  private static Concept bearing(Content content, String code) {
    return content.concepts().stream()
        .filter(c -> c.codes().stream().anyMatch(k -> k.toString().equals(code)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no concept bears " + code));
  }

  private static List<String> codes(Concept concept) {
    return concept.codes().stream().map(ConceptCode::toString).toList();
  }

  private static List<String> texts(Concept concept) {
    return concept.designations().stream().map(Designation::text).toList();
  }

  /** The first codes of the parents. */
  private List<String> parents(Content content, String code) {
    int child = content.concepts().indexOf(bearing(content, code));
    Path file = folder.resolve("graph-" + graphs++ + ".bin");
    ConceptGraph graph;
    try {
      content.graph().sections().write(file);
      graph = new ConceptGraph(Sections.open(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.stream(graph.parents(child))
        .mapToObj(p -> content.concepts().get(p).code().toString())
        .sorted()
        .toList();
  }

  @Test
  void oneToOneRowsJoinAndOthersAreNarrower() {
    concept(OLD, "I25.105", "冠状动脉粥样硬化性心脏病");
    concept(OLD, "A01.001", "伤寒轻型");
    concept(NEW, "I25.103", "冠心病");
    concept(NEW, "A01.000x002", "伤寒");
    crosswalk("I25.105", "I25.103");
    crosswalk("A01.001", "A01.000x002");
    crosswalk("A01.009", "A01.000x002");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10-CN/new:I25.103")))
        .containsExactly("ICD10-CN/old:I25.105", "ICD10-CN/new:I25.103");
    assertThat(codes(bearing(content, "ICD10-CN/old:A01.001")))
        .containsExactly("ICD10-CN/old:A01.001");
    assertThat(parents(content, "ICD10-CN/old:A01.001")).contains("ICD10-CN/new:A01.000x002");
    assertThat(parents(content, "ICD10-CN/old:A01.009")).contains("ICD10-CN/new:A01.000x002");
    assertThat(content.conflicts().counts()).containsEntry("crosswalk_not_one_to_one", 2L);
  }

  @Test
  void aCodeWithoutNameJoinsByTheCrosswalkAlone() {
    concept(NEW, "I25.103", "冠心病");
    crosswalk("I25.105", "I25.103");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10-CN/old:I25.105")))
        .containsExactly("ICD10-CN/new:I25.103", "ICD10-CN/old:I25.105");
  }

  @Test
  void equalNamesInOnePlaceJoin() {
    concept(OLD, "I25.105", "冠状动脉粥样硬化性心脏病");
    concept(OLD, "K35.900", "急性阑尾炎");
    concept(NEW, "I25.103", "冠状动脉粥样硬化性 心脏病");
    concept(NEW, "Z99.901", "急性阑尾炎");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10-CN/old:I25.105")))
        .containsExactly("ICD10-CN/old:I25.105", "ICD10-CN/new:I25.103");
    assertThat(codes(bearing(content, "ICD10-CN/old:K35.900"))).hasSize(1);
  }

  @Test
  void equalNamesTwiceInOneEditionAreKeptApartAndReported() {
    concept(OLD, "J18.901", "肺炎");
    concept(OLD, "J18.902", "肺炎");
    concept(NEW, "J18.903", "肺炎");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10-CN/new:J18.903"))).hasSize(1);
    assertThat(content.conflicts().counts()).containsEntry("name_ambiguous", 1L);
  }

  @Test
  void nothingIsJoinedThroughAThird() {
    concept(OLD, "J18.901", "肺炎");
    concept(OLD, "J18.905", "支气管肺炎");
    concept(NEW, "J18.903", "支气管肺炎");
    crosswalk("J18.901", "J18.903");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10-CN/new:J18.903")))
        .containsExactly("ICD10-CN/old:J18.901", "ICD10-CN/new:J18.903");
    assertThat(codes(bearing(content, "ICD10-CN/old:J18.905"))).hasSize(1);
    assertThat(content.conflicts().counts()).containsEntry("name_ambiguous", 1L);
  }

  @Test
  void nationalCodesStandForInternationalOnes() {
    concept(WHO, "A46", "Erysipelas");
    concept(WHO, "A01.0", "Typhoid fever");
    concept(WHO, "A01", "Typhoid and paratyphoid fevers");
    concept(NEW, "A46.x00", "丹毒");
    concept(NEW, "A01.000", "伤寒");
    concept(NEW, "A01.000x005", "伤寒性肺炎");
    concept(NEW, "A01.001", "伤寒并发症");
    concept(CM, "A46", "Erysipelas");
    Content content = draft.resolve();
    assertThat(codes(bearing(content, "ICD10/2019:A46")))
        .containsExactly("ICD10/2019:A46", "ICD10-CN/new:A46.x00", "ICD10CM/2021:A46");
    assertThat(texts(bearing(content, "ICD10/2019:A01.0"))).containsExactly("Typhoid fever", "伤寒");
    assertThat(parents(content, "ICD10-CN/new:A01.000x005")).containsExactly("ICD10/2019:A01.0");
    assertThat(parents(content, "ICD10-CN/new:A01.001")).containsExactly("ICD10/2019:A01.0");
    assertThat(parents(content, "ICD10/2019:A01.0")).containsExactly("ICD10/2019:A01");
  }

  @Test
  void categoriesThatNobodyNamesAreMade() {
    concept(OLD, "I25.105", "冠状动脉粥样硬化性心脏病");
    concept(NEW, "I25.901", "慢性缺血性心脏病");
    concept(OLD, "A01.005+J17.0*", "伤寒性肺炎");
    concept(OLD, "M80000/3", "癌");
    concept(new CodeSystem("ICD9CM3", "x"), "00.0101", "头部血管治疗性超声");
    concept(new CodeSystem("ATC", "y"), "A01AA01", "sodium fluoride");
    Content content = draft.resolve();
    assertThat(parents(content, "ICD10-CN/old:I25.105")).containsExactly("ICD10:I25.1");
    assertThat(parents(content, "ICD10:I25.1")).containsExactly("ICD10:I25");
    assertThat(parents(content, "ICD10:I25")).containsExactly("ICD10:I00-I99");
    assertThat(parents(content, "ICD10:I25.9")).containsExactly("ICD10:I25");
    assertThat(parents(content, "ICD10-CN/old:A01.005+J17.0*"))
        .containsExactly("ICD10:A01.0", "ICD10:J17.0");
    assertThat(parents(content, "ICD10-CN/old:M80000/3")).containsExactly("ICD10:M8000");
    assertThat(parents(content, "ICD9CM3/x:00.0101")).containsExactly("ICD9CM3:00.0");
    assertThat(parents(content, "ATC/y:A01AA01")).containsExactly("ATC:A01AA");
    assertThat(content.names()).extracting(Content.Name::shown).doesNotContain("I25", "循环系统疾病");
  }

  @Test
  void namesWithoutCodesFindTheirConcept() {
    concept(NEW, "I25.103", "冠状动脉粥样硬化性心脏病");
    concept(NEW, "I20.901", "心绞痛");
    names(Optional.empty(), true, "心绞痛", "冠心病", "狭心症");
    names(Optional.empty(), true, "冠心病", "冠状动脉粥样硬化性心脏病");
    names(Optional.of(ConceptRef.code("ICD10:I25.1")), false, "缺血性心脏病");
    names(Optional.empty(), true, "无人知道的病", "另一个名字");
    names(Optional.empty(), false, "漏掉的病");
    concept(NEW, "I50.901", "心力衰竭");
    names(Optional.empty(), true, "新病", "心力衰竭", "冠状动脉粥样硬化性心脏病");
    Content content = draft.resolve();
    assertThat(texts(bearing(content, "ICD10-CN/new:I25.103")))
        .containsExactly("冠状动脉粥样硬化性心脏病", "冠心病");
    assertThat(texts(bearing(content, "ICD10-CN/new:I20.901"))).containsExactly("心绞痛", "狭心症");
    assertThat(bearing(content, "ICD10-CN/new:I20.901").attributes())
        .containsExactly(new AtomicEntity("site", "心脏", "heart"));
    assertThat(content.concepts().stream().map(MergeTest::texts))
        .contains(List.of("无人知道的病", "另一个名字"))
        .doesNotContain(List.of("漏掉的病"));
    assertThat(content.conflicts().counts())
        .containsEntry("name_taken", 3L)
        .containsEntry("names_disagree", 1L)
        .containsEntry("target_unknown", 2L);
  }

  @Test
  void namesFindANationalCodeByItsInternationalOne() {
    concept(NEW, "I25.100", "动脉硬化性心脏病");
    names(Optional.of(ConceptRef.code("ICD10:I25.1")), false, "缺血性心肌病变");
    assertThat(texts(bearing(draft.resolve(), "ICD10-CN/new:I25.100"))).contains("缺血性心肌病变");
  }

  @Test
  void relationsByNameMakeWhatIsMissing() {
    concept(NEW, "I20.901", "心绞痛");
    draft.relation(
        new SourceRelation(
            ConceptRef.name("心绞痛", SemanticType.DIAGNOSIS),
            RelationType.HAS_SYMPTOM,
            ConceptRef.name("胸闷", SemanticType.OTHER),
            0.5,
            new SourceRelation.Origin(FILE, 1, 1, 2, Optional.of(GRAPH))));
    Content content = draft.resolve();
    assertThat(content.counts()).containsEntry("relations", 1L).containsEntry("concepts.GRAPH", 1L);
    assertThat(content.names()).extracting(Content.Name::shown).contains("胸闷");
  }

  @Test
  void aliasesAreNamesOrSets() {
    concept(NEW, "E14.901", "糖尿病");
    concept(NEW, "I10.x01", "高血压");
    draft.alias(new SourceAlias("血糖高", List.of("糖尿病"), new SourceAlias.Origin(FILE, 1)));
    draft.alias(new SourceAlias("糖高压", List.of("糖尿病", "高血压"), new SourceAlias.Origin(FILE, 2)));
    draft.alias(new SourceAlias("别的", List.of("没有的病"), new SourceAlias.Origin(FILE, 3)));
    Content content = draft.resolve();
    assertThat(texts(bearing(content, "ICD10-CN/new:E14.901"))).containsExactly("糖尿病", "血糖高");
    assertThat(content.aliases()).extracting(Content.Key::text).containsExactly("糖高压", "血糖高");
    assertThat(content.aliases().get(0).numbers()).hasSize(2);
    assertThat(content.conflicts().counts()).containsEntry("target_unknown", 1L);
  }

  @Test
  void theSameCodeFromTwoFilesIsOneConcept() {
    concept(CM, "A00", "Cholera");
    concept(CM, "A00", "Cholera", "Asiatic cholera");
    Content content = draft.resolve();
    assertThat(texts(bearing(content, "ICD10CM/2021:A00")))
        .containsExactly("Cholera", "Asiatic cholera");
    assertThat(content.counts()).containsEntry("codes.ICD10CM/2021", 1L);
    assertThat(bearing(content, "ICD10CM/2021:A00").name(Language.EN)).contains("Cholera");
  }
}
