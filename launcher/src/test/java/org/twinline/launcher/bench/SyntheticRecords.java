package org.twinline.launcher.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes synthetic verifiable records of about 2 KB in the flat form: four candidates a question,
 * references and answers from a terminology's preferred names, a third of the answers wrong.
 *
 * <p>Arguments: output file, number of records, terminology table, candidates a question.
 */
public final class SyntheticRecords {
  private static final int COT_BYTES = 1_650;
  private static final String[] SUBJECTS = {
    "患者的主要症状", "既往病史和用药情况", "实验室检查", "影像学表现", "起病的缓急", "体格检查所见",
    "家族史与个人史", "对治疗的反应", "病程的演变", "伴随的全身表现", "疼痛的部位与性质", "生命体征",
    "炎症指标", "心电图的变化", "年龄与性别", "饮食和生活习惯", "近期的旅行与接触史", "神经系统检查",
  };
  private static final String[] FINDINGS = {
    "提示病变累及局部组织",
    "与典型表现基本相符",
    "不足以单独说明问题",
    "支持急性过程",
    "更像慢性病程",
    "可以排除部分继发性原因",
    "没有发现特异性改变",
    "轻度升高而无明显异常",
    "指向代谢方面的紊乱",
    "需要与感染性疾病相区别",
    "与血管性病变的规律不同",
    "符合免疫机制参与的特点",
    "反复出现且逐渐加重",
    "在休息之后可以缓解",
    "和药物的作用时间吻合",
    "缺少肿瘤的直接证据",
    "说明器官功能尚可代偿",
  };
  private static final String[] INFERENCES = {
    "因此暂不考虑外科急症",
    "应当继续比较其他可能",
    "这一点使首要假设更可信",
    "由此可以缩小鉴别的范围",
    "还需结合下一项检查判断",
    "若为另一种疾病则应有更重的表现",
    "从机制上看缺血也能解释",
    "先把危险的情况逐一排除",
    "回到最初的线索重新核对",
    "说明原先的推测需要修正",
    "各项证据开始指向同一结论",
    "这与指南中的诊断标准一致",
    "可见单一原因足以解释全部表现",
  };

  private SyntheticRecords() {}

  /** Writes the file. */
  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    int records = Integer.parseInt(arguments[1]);
    List<String> names = names(Path.of(arguments[2]));
    int perQuestion = Integer.parseInt(arguments[3]);
    Random random = new Random(7);
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (int i = 0; i < records; i++) {
        int question = i / perQuestion;
        String gold = names.get(Math.floorMod(question * 31, names.size()));
        String answer = random.nextInt(3) == 0 ? names.get(random.nextInt(names.size())) : gold;
        writer.write(
            "{\"id\":\"s%07d\",\"question\":\"%s\",\"task\":\"diagnosis\",\"answer_kind\":\"entity\","
                    .formatted(question, question(question))
                + "\"language\":\"zh\",\"references\":[\"%s\"],\"cot\":\"%s\","
                    .formatted(gold, cot(random))
                + "\"answer\":\"最可能的诊断是%s。\"}\n".formatted(answer));
      }
    }
  }

  private static String question(int number) {
    return "患者，%d岁，第%d号病例，因反复不适就诊，查体及辅助检查见病历。最可能的诊断是什么？".formatted(18 + number % 70, number);
  }

  private static String cot(Random random) {
    StringBuilder cot = new StringBuilder(COT_BYTES);
    int bytes = 0;
    while (bytes < COT_BYTES) {
      String sentence =
          pick(SUBJECTS, random)
              + pick(FINDINGS, random)
              + "（编号"
              + random.nextInt(9999)
              + "），"
              + pick(INFERENCES, random)
              + "。";
      cot.append(sentence);
      bytes += sentence.getBytes(StandardCharsets.UTF_8).length;
    }
    return cot.toString();
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }

  private static List<String> names(Path table) throws IOException {
    List<String> names = new ArrayList<>();
    for (String row : Files.readAllLines(table)) {
      String[] cells = row.split("\t", -1);
      if (cells[0].contains(".")) {
        names.add(cells[2]);
      }
    }
    return names;
  }
}
