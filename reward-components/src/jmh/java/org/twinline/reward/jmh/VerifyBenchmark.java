package org.twinline.reward.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Answers a second and thread, by kind and language, against the index {@code -Dtwinline.index}
 * (the small one of the tests where it is not given), beside the containment of the normalised
 * reference in the normalised answer.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class VerifyBenchmark {
  private static final int ANSWERS = 1_000;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 60;

  /** What is asked. */
  public enum Asked {
    /** A name alone. */
    ENTITY,
    /** A name without one of its characters. */
    FUZZY,
    /** A name concluded in a report of some 300 characters. */
    REPORT,
    /** A letter or an option's text in a sentence. */
    CHOICE,
    /** A dose, in another unit every other time. */
    NUMBER,
    /** Yes or no in a sentence. */
    BOOLEAN
  }

  /** Questions and their answers, walked in turn. */
  @State(Scope.Thread)
  public static class Answers {
    /** The kind of question. */
    @Param({"ENTITY", "FUZZY", "REPORT", "CHOICE", "NUMBER", "BOOLEAN"})
    public Asked asked = Asked.ENTITY;

    /** The language. */
    @Param({"zh", "en"})
    public String language = "zh";

    private final List<Question> questions = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private Terminology terminology = Rules.terminology();
    private Verifier verifier = RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);
    private int next;

    /** Opens the index and makes the answers. */
    @Setup(Level.Trial)
    public void open() throws IOException {
      String index = System.getProperty("twinline.index", "");
      terminology = index.isEmpty() ? Rules.terminology() : Terminology.open(Path.of(index));
      verifier = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
      boolean chinese = language.equals("zh");
      List<String> names = names(chinese);
      for (int i = 0; i < ANSWERS; i++) {
        Planned planned = new Planned(names, i, chinese);
        questions.add(planned.question(asked));
        candidates.add(Rules.answer(planned.answer(asked)));
      }
    }

    /** Closes what was opened. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
      if (terminology != Rules.terminology()) {
        terminology.close();
      }
    }

    /** Names of that language from all over the terminology. */
    private List<String> names(boolean chinese) {
      List<String> names = new ArrayList<>();
      int step = Math.max(1, terminology.size() / (4 * ANSWERS));
      for (int i = 0; i < terminology.size() && names.size() < ANSWERS; i += step) {
        Concept concept = terminology.conceptAt(i);
        concept.designations().stream()
            .map(Designation::text)
            .filter(name -> name.length() >= SHORTEST && name.length() <= LONGEST)
            .filter(name -> name.codePoints().anyMatch(Character::isIdeographic) == chinese)
            .findFirst()
            .ifPresent(names::add);
      }
      return names;
    }

    int turn() {
      next = next + 1 < questions.size() ? next + 1 : 0;
      return next;
    }
  }

  /** One question with its answer. */
  private record Planned(List<String> names, int number, boolean chinese) {
    private static final String REPORT_ZH =
        "患者因反复不适就诊，症状持续两周，夜间加重，休息后稍缓解。查体未见明显异常，血常规提示白细胞计数轻度升高，"
            + "影像学检查未见占位。结合病史、体征和检查结果综合分析，首先需要与其他常见疾病相区别；患者无发热，无体重下降，"
            + "家族中无类似病史。既往体健，否认药物过敏史，无手术及外伤史。根据现有资料，支持点包括典型的临床表现、"
            + "实验室检查的变化趋势和对初始治疗的反应；部分指标尚未回报，因此仍需随访观察。"
            + "最可能的诊断是%s。建议完善相关检查，注意休息，避免受凉，按时复诊，如有加重及时就医。";
    private static final String REPORT_EN =
        "The patient was seen for two weeks of complaints that are worse at night and ease with rest."
            + " Examination was unremarkable and imaging showed no mass. There is no weight loss and"
            + " no family history. The most likely diagnosis is %s. Follow up with the outstanding"
            + " results and return if it gets worse.";

    private String name(int offset) {
      return names.get((number + offset) % names.size());
    }

    private String dose() {
      return 5 * (1 + number % 90) + " mg";
    }

    private List<Option> options() {
      return List.of(
          new Option("A", name(1)),
          new Option("B", name(0)),
          new Option("C", name(2)),
          new Option("D", name(3)));
    }

    Question question(Asked asked) {
      return switch (asked) {
        case ENTITY, FUZZY, REPORT ->
            Rules.question(AnswerKind.ENTITY, Reference.all(name(0)));
        case CHOICE -> Rules.question(AnswerKind.CHOICE, Reference.all("B"), options());
        case NUMBER -> Rules.question(AnswerKind.NUMBER, Reference.all(dose()));
        case BOOLEAN ->
            Rules.question(
                AnswerKind.BOOLEAN, Reference.all(number % 2 == 0 ? yes() : no()));
      };
    }

    private String yes() {
      return chinese ? "是" : "yes";
    }

    private String no() {
      return chinese ? "否" : "no";
    }

    String answer(Asked asked) {
      String name = name(0);
      return switch (asked) {
        case ENTITY -> name;
        case FUZZY -> name.substring(0, name.length() / 2) + name.substring(name.length() / 2 + 1);
        case REPORT -> (chinese ? REPORT_ZH : REPORT_EN).formatted(name);
        case CHOICE ->
            (chinese ? "根据病史，故选%s。" : "Given the history, the answer is %s.")
                .formatted(number % 2 == 0 ? "B" : name);
        case NUMBER ->
            (chinese ? "推荐剂量为%s。" : "The recommended dose is %s.")
                .formatted(number % 2 == 0 ? dose() : (1 + number % 90) / 200.0 + " g");
        case BOOLEAN ->
            (chinese ? "答案：%s，理由见上。" : "The answer is %s, as said above.")
                .formatted(number % 4 < 2 ? yes() : no());
      };
    }
  }

  /** The rule verifier. */
  @Benchmark
  public Verdict rules(Answers answers) {
    int i = answers.turn();
    return answers.verifier.verify(answers.questions.get(i), answers.candidates.get(i));
  }

  /** The baseline: the normalised answer holds the normalised reference. */
  @Benchmark
  public boolean containment(Answers answers) {
    int i = answers.turn();
    Reference reference = answers.questions.get(i).reference();
    String item = Objects.requireNonNull(reference.alternatives().get(0)).required().get(0);
    return NameNormaliser.name(answers.candidates.get(i).answer())
        .contains(NameNormaliser.name(item));
  }
}
