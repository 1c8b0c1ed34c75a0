package org.twinline.core.json.adapter;

import java.util.List;
import org.twinline.core.triple.Response;

/**
 * Splits what a reasoning model wrote into chain of thought and answer.
 *
 * <p>Known marks: {@code <think>…</think>} (its start may be missing, as chat templates put it into
 * the prompt), {@code <|begin_of_thought|>…<|begin_of_solution|>…}, and {@code ## Thinking … ##
 * Final Response …} of HuatuoGPT-o1. White space around both parts is dropped. A thought that never
 * ends has no answer. Text without marks is all answer, unchanged.
 */
final class Responses {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";
  private static final String THOUGHT = "<|begin_of_thought|>";
  private static final String THOUGHT_END = "<|end_of_thought|>";
  private static final List<String> SOLUTION =
      List.of("<|begin_of_solution|>", "<|end_of_solution|>");
  private static final String THINKING = "## Thinking";
  private static final String FINAL = "## Final Response";

  private Responses() {}

  static Response split(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (text.startsWith(OPEN, start)) {
      return cut(text, start + OPEN.length(), CLOSE);
    }
    if (text.startsWith(THOUGHT, start)) {
      Response parts = cut(text, start + THOUGHT.length(), THOUGHT_END);
      String answer = parts.answer();
      if (answer.startsWith(SOLUTION.get(0))) {
        answer = answer.substring(SOLUTION.get(0).length());
        answer = answer.endsWith(SOLUTION.get(1)) ? beforeLast(answer, SOLUTION.get(1)) : answer;
      }
      return new Response(parts.cot(), answer.strip());
    }
    if (text.startsWith(THINKING, start)) {
      return cut(text, start + THINKING.length(), "\n" + FINAL);
    }
    int close = text.indexOf(CLOSE);
    if (close >= 0 && text.indexOf(OPEN) < 0) {
      return cut(text, start, CLOSE);
    }
    return new Response("", text);
  }

  private static Response cut(String text, int from, String mark) {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      return new Response(text.substring(from).strip(), "");
    }
    return new Response(
        text.substring(from, end).strip(), text.substring(end + mark.length()).strip());
  }

  private static String beforeLast(String text, String mark) {
    return text.substring(0, text.length() - mark.length());
  }
}
