package org.twinline.launcher.report;

import java.util.Arrays;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.reward.process.StepComment;

/** The short comment on a step, in Chinese and English, without the closing mark. */
final class StepCommentText {
  private StepCommentText() {}

  /** The comment as a node of an explanation, whose argument is the index of another step. */
  static String english(ExplanationNode node) {
    Optional<StepComment.Kind> kind =
        Arrays.stream(StepComment.Kind.values())
            .filter(k -> k.code().equals(node.code()))
            .findFirst();
    return kind.map(k -> of(k, node.count(0).map(n -> n + 1), Language.EN))
        .orElse("The step is commented");
  }

  /**
   * The sentence of a comment.
   *
   * @param other the number of the other step, from 1, where there is one
   */
  static String of(StepComment.Kind kind, Optional<Integer> other, Language language) {
    return language == Language.ZH ? chinese(kind, other) : english(kind, other);
  }

  private static String english(StepComment.Kind kind, Optional<Integer> other) {
    String step = other.map(n -> "step " + n).orElse("an earlier step");
    return switch (kind) {
      case REPEATS -> "It repeats " + step;
      case NO_CONTENT -> "It has no content";
      case COPIES_QUESTION -> "It copies the question";
      case UNSUPPORTED -> "It concludes an answer that no step before it names";
      case CONCLUDES_EXCLUDED -> "It concludes an answer that " + step + " ruled out";
      case CONTRADICTS -> "It concludes another answer than " + step;
    };
  }

  private static String chinese(StepComment.Kind kind, Optional<Integer> other) {
    String step = other.map(n -> "第" + n + "步").orElse("前面的步骤");
    return switch (kind) {
      case REPEATS -> "重复了" + step;
      case NO_CONTENT -> "没有实质内容";
      case COPIES_QUESTION -> "照抄题目";
      case UNSUPPORTED -> "所下结论在此前的步骤中没有提到";
      case CONCLUDES_EXCLUDED -> "结论是" + step + "已经排除的";
      case CONTRADICTS -> "结论与" + step + "不同";
    };
  }
}
