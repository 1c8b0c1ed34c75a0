package org.twinline.core.export;

import java.util.List;
import java.util.Optional;

/**
 * The text a model is to learn: {@code <think>cot</think>answer}, the answer alone where there is
 * no chain of thought. Nothing is altered or escaped: what would not read back is left out.
 */
final class Replies {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private Replies() {}

  static String render(DatasetRecord.Answer answer) {
    return answer.cot().isEmpty() ? answer.text() : OPEN + answer.cot() + CLOSE + answer.text();
  }

  /** Why the answers are not for a trainer; empty where they are. */
  static Optional<LeftOut> unfit(List<DatasetRecord.Answer> answers) {
    if (answers.stream().anyMatch(a -> marked(a.cot()) || marked(a.text()))) {
      return Optional.of(LeftOut.THINK_MARK);
    }
    if (answers.stream().anyMatch(a -> a.text().isBlank())) {
      return Optional.of(LeftOut.EMPTY_ANSWER);
    }
    if (answers.size() == 2 && render(answers.get(0)).equals(render(answers.get(1)))) {
      return Optional.of(LeftOut.EQUAL_SIDES);
    }
    return Optional.empty();
  }

  private static boolean marked(String text) {
    return text.contains(OPEN) || text.contains(CLOSE);
  }
}
