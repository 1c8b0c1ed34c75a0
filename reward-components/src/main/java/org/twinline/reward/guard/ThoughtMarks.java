package org.twinline.reward.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks that separate a chain of thought from its answer, or the turns of a chat, where reading has
 * left none: the adapters take away the pair that belongs to the format.
 */
final class ThoughtMarks {
  private static final Pattern THOUGHT =
      Pattern.compile(
          "</?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|cot)>"
              + "|<\\|(?:begin|end)_of_(?:thought|solution)\\|>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANSWER =
      Pattern.compile("</?(?:answer|solution|final_answer)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING =
      Pattern.compile(
          "(?m)^#{1,4}[ \\t]{0,4}(?:thinking|thought|reasoning|思考|思考过程)[ \\t]{0,4}[:：]?[ \\t]{0,4}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FINAL =
      Pattern.compile(
          "(?m)^#{1,4}[ \\t]{0,4}(?:final response|final answer|response|answer|最终回答|最终答案|回答)[ \\t]{0,4}[:：]?[ \\t]{0,4}$",
          Pattern.CASE_INSENSITIVE);

  /** Control tokens of chat templates (ChatML, Llama 2 and 3, Gemma, DeepSeek, GLM). */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "<\\|(?:im_start|im_end|im_sep|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|end_of_text|system|user|assistant|end)\\|>"
              + "|\\[/?INST\\]|<</?SYS>>|</?s>(?=\\s*(?:<s>|\\[INST\\]|$))|<(?:start|end)_of_turn>|<｜[^｜\\n]{1,30}｜>",
          Pattern.CASE_INSENSITIVE);

  private ThoughtMarks() {}

  /** Any mark is one too many in an answer. */
  static Optional<FormatTrick.Found> inAnswer(String answer) {
    Optional<FormatTrick.Found> marks =
        first("thought_marks", THOUGHT, answer, 0)
            .or(() -> first("template_marks", TEMPLATE, answer, 0));
    Matcher heading = HEADING.matcher(answer);
    return marks.or(
        () ->
            heading.find() && FINAL.matcher(answer).find(heading.end())
                ? Optional.of(new FormatTrick.Found("thought_headings", heading.start()))
                : Optional.empty());
  }

  /** One pair around the whole chain of thought is not wrong; answers do not belong into it. */
  static Optional<FormatTrick.Found> inThought(String cot) {
    Matcher mark = THOUGHT.matcher(cot);
    int from = 0;
    int to = cot.length();
    if (mark.lookingAt()) {
      from = mark.end();
    }
    String stripped = cot.stripTrailing();
    int last = stripped.lastIndexOf('<');
    if (from > 0 && last >= from && mark.region(last, stripped.length()).matches()) {
      to = last;
    }
    String inside = cot.substring(0, to);
    return first("thought_marks", THOUGHT, inside, from)
        .or(() -> first("answer_in_thought", ANSWER, cot, 0))
        .or(() -> first("template_marks", TEMPLATE, cot, 0));
  }

  private static Optional<FormatTrick.Found> first(
      String code, Pattern pattern, String text, int from) {
    if (text.indexOf('<') < 0 && text.indexOf('[') < 0) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find(from)
        ? Optional.of(new FormatTrick.Found(code, matcher.start()))
        : Optional.empty();
  }
}
