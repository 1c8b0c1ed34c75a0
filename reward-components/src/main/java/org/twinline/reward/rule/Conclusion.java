package org.twinline.reward.rule;

/**
 * The parts of an answer that may state it, the most decisive first.
 *
 * <p>First what a cue concludes ("最可能的诊断是", "Answer:", {@code \\boxed{}}, "X 可能性最大" …), the last
 * cue first: up to the end of its sentence, or the list in the lines below where the cue ends its
 * line. Then what a weaker cue supports ("考虑", "consistent with" …), again the last first. Then the
 * answer as a whole up to {@value #SHORT} characters (twice that without Chinese); of a longer one
 * the last sentence that begins with 综上/因此/"therefore", the first sentence, the last. Reasons (因为,
 * "because" …) are cut off. Reading an answer takes linear time.
 *
 * @param start its first character in the answer as read
 * @param end one past its last
 * @param text the part, trimmed
 * @param strength what led to it
 */
public record Conclusion(int start, int end, String text, Strength strength) {
  private static final int SHORT = 60;

  /** No part at all. */
  static final Conclusion NONE = new Conclusion(0, 0, "", Strength.PLACED);

  /** What makes a part of an answer its conclusion. */
  public enum Strength {
    /** A cue that concludes. */
    STATED,
    /** A cue that something is supported. */
    SUPPORTED,
    /** Its place alone. */
    PLACED
  }

  /** Whether a cue led to it. */
  public boolean stated() {
    return strength == Strength.STATED;
  }

  /** The most decisive part of an answer: what a cue concludes, else its place alone. */
  public static Conclusion of(String answer) {
    return new ConclusionParts(AnswerText.of(answer).text()).decisive();
  }

  /** Whether a text has at most {@value #SHORT} characters, or twice that without Chinese. */
  static boolean isShort(String text) {
    String trimmed = text.strip();
    int length = trimmed.codePointCount(0, trimmed.length());
    return length <= SHORT
        || (length <= 2 * SHORT && trimmed.codePoints().noneMatch(Character::isIdeographic));
  }
}
