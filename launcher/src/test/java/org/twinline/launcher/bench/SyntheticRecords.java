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
  private static final String[] CLAUSES = {
    "患者的主要症状与体征提示需要首先考虑急性起病的可能，",
    "结合既往病史和用药情况，可以排除部分继发性原因，",
    "实验室检查显示炎症指标轻度升高，但不足以单独说明问题，",
    "影像学表现与临床过程基本相符，进一步支持这一判断，",
    "从发病机制看，局部缺血与代谢紊乱都可能参与其中，",
    "鉴别诊断需要比较起病缓急、伴随症状和对治疗的反应，",
    "若为另一种疾病，则应当出现更明显的全身表现，",
    "回顾全部线索，各项证据指向同一个结论，",
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
    return "患者，%d岁，第%d号病例，因反复不适就诊，查体及辅助检查见病历。最可能的诊断是什么？"
        .formatted(18 + number % 70, number);
  }

  private static String cot(Random random) {
    StringBuilder cot = new StringBuilder(COT_BYTES);
    int bytes = 0;
    for (int step = 1; bytes < COT_BYTES; step++) {
      String clause =
          CLAUSES[random.nextInt(CLAUSES.length)] + "记作第" + step + "步，编号" + random.nextInt(9999);
      cot.append(clause).append('。');
      bytes += clause.getBytes(StandardCharsets.UTF_8).length + 3;
    }
    return cot.toString();
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
