package org.twinline.reward.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.terminology.Terminology;

/**
 * How many entity answers a second one thread verifies, by its processor time: {@code VerifySpeed
 * INDEX}, with an index of a million names. Exact: answers that are names; fuzzy: names with a
 * character left out, which no list has; long: 300 characters of prose with the name in them.
 */
final class VerifySpeed {
  private static final int ANSWERS = 4_000;
  private static final int ROUNDS = 4;
  private static final String FRAME =
      "患者因反复不适就诊，症状持续两周，夜间加重，休息后稍缓解。查体未见明显异常，血常规提示白细胞计数轻度升高，"
          + "影像学检查未见占位。结合病史、体征和检查结果综合分析，首先需要与其他常见疾病相区别；患者无发热，无体重下降，"
          + "家族中无类似病史。既往体健，否认高血压病史，否认药物过敏史，无手术及外伤史。根据现有资料，支持点包括典型的临床表现、"
          + "实验室检查的变化趋势和对初始治疗的反应；不支持点为部分指标尚未回报，因此仍需随访观察。在排除其他可能之后，"
          + "最可能的诊断是%s。建议完善相关检查，必要时请专科会诊，注意休息，避免受凉，按时复诊，如有加重及时就医。";

  private VerifySpeed() {}

  public static void main(String[] args) throws IOException {
    try (Terminology terminology = Terminology.open(Path.of(args[0]))) {
      Verifier verifier = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
      List<String> names = names(terminology);
      measure("exact", verifier, names, names);
      measure("fuzzy", verifier, names, names.stream().map(VerifySpeed::worn).toList());
      measure("another name", verifier, names, shifted(names));
      measure("long", verifier, names, names.stream().map(name -> FRAME.formatted(name)).toList());
    }
  }

  /** Chinese and English names of four characters and more, from all over the terminology. */
  private static List<String> names(Terminology terminology) {
    List<String> names = new ArrayList<>();
    int step = Math.max(1, terminology.size() / ANSWERS);
    for (int i = 0; i < terminology.size() && names.size() < ANSWERS; i += step) {
      String name = terminology.conceptAt(i).designations().get(0).text();
      if (name.length() >= 4 && name.length() <= 60) {
        names.add(name);
      }
    }
    return names;
  }

  private static String worn(String name) {
    int at = name.length() / 2;
    return name.substring(0, at) + name.substring(at + 1);
  }

  private static List<String> shifted(List<String> names) {
    List<String> shifted = new ArrayList<>(names.subList(1, names.size()));
    shifted.add(names.get(0));
    return shifted;
  }

  private static void measure(
      String what, Verifier verifier, List<String> references, List<String> answers) {
    List<Question> questions =
        references.stream()
            .map(name -> Rules.question(AnswerKind.ENTITY, Reference.all(name)))
            .toList();
    List<Candidate> candidates = answers.stream().map(Rules::answer).toList();
    double best = 0;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < candidates.size(); i++) {
        sum += verifier.verify(questions.get(i), candidates.get(i)).score().value();
      }
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
      best = Math.max(best, candidates.size() / seconds);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f answers per processor second (mean length %.0f, mean score %.3f)%n",
        what,
        best,
        Arrays.stream(answers.toArray(String[]::new)).mapToInt(String::length).average().orElse(0),
        sum / candidates.size() / ROUNDS);
  }
}
