package org.twinline.launcher.init;

import java.util.List;
import java.util.Locale;

/** What a field of foreign data may be, by the names that public sets give it. */
enum Role {
  ID("id", "question_id", "qid", "uid", "uuid"),
  QUESTION(
      "question",
      "query",
      "instruction",
      "instruct",
      "problem",
      "prompt",
      "case",
      "input",
      "问题",
      "题目"),
  REFERENCES(
      "references",
      "reference",
      "gold",
      "golden_answer",
      "ground_truth",
      "ground_true_answer",
      "correct_answer",
      "reference_answer",
      "answer_idx",
      "standard",
      "target",
      "label",
      "标准答案",
      "答案"),
  OPTIONS("options", "choices", "选项"),
  COT(
      "cot",
      "complex_cot",
      "chain_of_thought",
      "reasoning",
      "reasoning_content",
      "rationale",
      "thinking",
      "explanation",
      "analysis",
      "解析"),
  RESPONSE("response", "output", "completion", "generated", "prediction", "model_answer", "回答"),
  HISTORY("history");

  private final List<String> names;

  Role(String... names) {
    this.names = List.of(names);
  }

  /** The key of a mapping. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How early a name stands in the list, below 0 where it does not. */
  int rank(String field) {
    return names.indexOf(field.toLowerCase(Locale.ROOT));
  }
}
