package org.twinline.reward.guard;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.NameNormaliser;

/** Final answers that are marked as such more than once, and differ. */
final class FinalMarks {
  private static final String BOX = "\\boxed{";
  private static final Pattern ANSWER =
      Pattern.compile(
          "<(answer|solution|final_answer|final)>([^<]{0,2000})</\\1>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t*#>-]{0,8}(?:最终答案|最后答案|正确答案|答案|final answer|correct answer|answer)[ \\t*]{0,4}(?:是|为|is)?[ \\t]{0,4}[:：=][ \\t*]{0,4}([^\\n。]{1,200})",
          Pattern.CASE_INSENSITIVE);

  private FinalMarks() {}

  /** The first mark beyond so many different ones of a kind. */
  static Optional<FormatTrick.Found> differing(String answer, int allowed) {
    if (allowed == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return boxes(answer, allowed)
        .or(() -> marks("answer_marks", ANSWER.matcher(answer), 2, allowed))
        .or(() -> marks("final_lines", LINE.matcher(answer), 1, allowed));
  }

  /** Of nested boxes the inner ones count. */
  private static Optional<FormatTrick.Found> boxes(String text, int allowed) {
    Set<String> distinct = new HashSet<>();
    int at = text.indexOf(BOX);
    while (at >= 0) {
      int from = at + BOX.length();
      int next = text.indexOf(BOX, from);
      int end = text.indexOf('}', from);
      if (end < 0) {
        return Optional.empty();
      }
      boolean inner = next < 0 || end < next;
      if (inner && !add(distinct, text.substring(from, end), allowed)) {
        return Optional.of(new FormatTrick.Found("boxes", at));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static Optional<FormatTrick.Found> marks(
      String code, Matcher matcher, int group, int allowed) {
    Set<String> distinct = new HashSet<>();
    while (matcher.find()) {
      if (!add(distinct, matcher.group(group), allowed)) {
        return Optional.of(new FormatTrick.Found(code, matcher.start()));
      }
    }
    return Optional.empty();
  }

  /** Whether there are still no more than allowed. */
  private static boolean add(Set<String> distinct, String content, int allowed) {
    String folded = NameNormaliser.name(content.replaceAll("\\\\[a-zA-Z]+\\{?|[{}$]", " "));
    return folded.isEmpty() || !distinct.add(folded) || distinct.size() <= Math.max(1, allowed);
  }
}
