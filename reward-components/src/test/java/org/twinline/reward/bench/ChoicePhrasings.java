package org.twinline.reward.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.twinline.core.triple.Option;

/** The sentences in which an answer to an exam question is put, by name. */
final class ChoicePhrasings {
  private static final String[] ZH_NUMBERS = {"一", "二", "三", "四", "五", "六", "七", "八"};
  private static final String[] EN_ORDINALS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"
  };

  private ChoicePhrasings() {}

  /** A question's options with those an answer is to state. */
  record Pick(List<Option> options, List<Integer> chosen) {
    String letters(String separator) {
      return chosen.stream()
          .map(i -> options.get(i).label())
          .collect(Collectors.joining(separator));
    }

    String texts(String separator) {
      return chosen.stream().map(i -> options.get(i).text()).collect(Collectors.joining(separator));
    }

    String both(String between, String separator) {
      return chosen.stream()
          .map(i -> options.get(i).label() + between + options.get(i).text())
          .collect(Collectors.joining(separator));
    }

    List<Option> others() {
      List<Option> others = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        if (!chosen.contains(i)) {
          others.add(options.get(i));
        }
      }
      return others;
    }

    String otherLetters(String separator) {
      return others().stream().map(Option::label).collect(Collectors.joining(separator));
    }

    String otherTexts(String separator) {
      return others().stream().map(Option::text).collect(Collectors.joining(separator));
    }

    String each(BiFunction<Option, Boolean, String> sentence) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < options.size(); i++) {
        out.append(sentence.apply(options.get(i), chosen.contains(i)));
      }
      return out.toString();
    }

    String ordinals(String[] words, String before, String after, String separator) {
      return chosen.stream()
          .map(i -> before + words[i] + after)
          .collect(Collectors.joining(separator));
    }

    /** An option that is not chosen, or the chosen one where all are. */
    Option rival() {
      return others().isEmpty() ? options.get(chosen.get(0)) : others().get(0);
    }
  }

  interface Phrasing {
    String of(Pick pick);
  }

  static Map<String, Phrasing> chinese() {
    Map<String, Phrasing> all = new LinkedHashMap<>();
    all.put("letters alone", p -> p.letters(""));
    all.put("letters with 和", p -> "选" + p.letters("和"));
    all.put("lower case", p -> p.letters("").toLowerCase(java.util.Locale.ROOT));
    all.put("full width", p -> "（" + wide(p.letters("")) + "）");
    all.put("full width with 、", p -> "答案：" + wide(p.letters("、")));
    all.put("boxed", p -> "\\boxed{" + p.letters("") + "}");
    all.put("boxed text", p -> "所以最终答案是 $\\boxed{\\text{" + p.letters(",") + "}}$。");
    all.put("bold", p -> "**答案：" + p.letters("") + "**");
    all.put("end of a chain", p -> "本题考查相关基础知识。结合题干所给信息逐项分析，可以得出结论。因此，答案是" + p.letters("") + "。");
    all.put("correct option is", p -> "正确选项为" + p.letters("、") + "项。");
    all.put("ordinal", p -> "应选" + p.ordinals(ZH_NUMBERS, "第", "个选项", "和") + "。");
    all.put("others ruled out", p -> ruledOutZh(p) + "正确的是" + p.letters("、") + "。");
    all.put(
        "each option discussed",
        p ->
            p.each((o, c) -> o.label() + "选项" + o.text() + (c ? "，符合题意；" : "，不符合题意；"))
                + "故选"
                + p.letters("")
                + "。");
    all.put(
        "each option judged, then the letter",
        p ->
            p.each((o, c) -> o.label() + "项" + (c ? "正确" : "错误") + "，")
                + "因此本题答案为"
                + p.letters("")
                + "。");
    all.put("correction", p -> "答案是" + p.rival().label() + "。不对，重新考虑后应为" + p.letters("、") + "。");
    all.put("option is correct", p -> "选项" + p.letters("、") + "正确。");
    all.put("tag", p -> "逐项分析如下。\n<answer>" + p.letters(",") + "</answer>");
    all.put("text alone", p -> p.texts("；"));
    all.put("text quoted", p -> "正确答案是“" + p.texts("”和“") + "”。");
    all.put("text in a sentence", p -> "根据题意，应选择" + p.texts("、") + "。");
    all.put("text without its end", p -> "答案为" + bare(p.texts("、")));
    all.put("letter and text", p -> p.both(". ", "\n"));
    all.put("letter and text at the end", p -> "解析从略。\n\n最终答案：" + p.both("：", "；"));
    all.put(
        "text and letter",
        p ->
            p.chosen().stream()
                    .map(i -> p.options().get(i).text() + "（" + p.options().get(i).label() + "）")
                    .collect(Collectors.joining("、"))
                + "。");
    all.put(
        "texts discussed",
        p ->
            "备选项有"
                + p.options().stream().map(Option::text).collect(Collectors.joining("、"))
                + "。综合分析，最符合题意的是"
                + p.texts("、")
                + "。");
    all.put(
        "text, not another",
        p -> p.texts("、") + (p.others().isEmpty() ? "。" : "，而非" + p.rival().text() + "。"));
    all.put(
        "texts ruled out",
        p ->
            (p.others().isEmpty() ? "" : "可以排除" + p.otherTexts("、") + "；")
                + "因此答案为"
                + p.texts("、")
                + "。");
    all.put("text corrected", p -> "起初考虑" + p.rival().text() + "，但这不对，更正为" + p.texts("、") + "。");
    return all;
  }

  static Map<String, Phrasing> english() {
    Map<String, Phrasing> all = new LinkedHashMap<>();
    all.put("letters alone", p -> p.letters(""));
    all.put("lower case", p -> p.letters("").toLowerCase(java.util.Locale.ROOT));
    all.put("lower case in brackets", p -> "The answer is (" + lower(p.letters(",")) + ").");
    all.put("full width", p -> wide(p.letters(",")) + ".");
    all.put("boxed", p -> "\\boxed{" + p.letters(",") + "}");
    all.put("boxed text", p -> "The final answer is $\\boxed{\\text{" + p.letters(",") + "}}$.");
    all.put("bold", p -> "**Answer: " + p.letters(", ") + "**");
    all.put(
        "end of a chain",
        p ->
            "Let us work through the findings step by step. Taken together they fit one choice."
                + " Therefore, the answer is "
                + p.letters(" and ")
                + ".");
    all.put("correct option is", p -> "The correct option is (" + p.letters(", ") + ").");
    all.put("ordinal", p -> "I would choose " + ordinalsEn(p) + ".");
    all.put(
        "others ruled out",
        p ->
            "Options "
                + p.otherLetters(", ")
                + " are incorrect, which leaves "
                + p.letters(" and ")
                + ".");
    all.put(
        "each option judged",
        p ->
            p.each((o, c) -> o.label() + " is " + (c ? "correct. " : "incorrect. "))
                + "So the best choice is "
                + p.letters(" and ")
                + ".");
    all.put(
        "each option discussed",
        p ->
            p.each((o, c) -> o.label() + ") " + o.text() + (c ? ": this fits. " : ": unlikely. "))
                + "\nFinal answer: "
                + p.letters(", "));
    all.put(
        "correction",
        p ->
            "The answer is "
                + p.rival().label()
                + ". Wait, that is wrong; it is "
                + p.letters(" and ")
                + ".");
    all.put("not but", p -> "Not " + p.rival().label() + " but " + p.letters(" and "));
    all.put("is correct", p -> p.letters(" and ") + " is correct because it fits the findings.");
    all.put("tag", p -> "Reasoning above.\n<answer>" + p.letters(",") + "</answer>");
    all.put("text alone", p -> p.texts("; "));
    all.put("text quoted", p -> "The correct answer is \"" + p.texts("\" and \"") + "\".");
    all.put(
        "text in a sentence",
        p -> "Given the presentation, the most appropriate choice would be " + lowerFirst(p) + ".");
    all.put("text without its end", p -> "Answer: " + bare(p.texts(", ")));
    all.put("letter and text", p -> p.both(". ", "\n"));
    all.put("letter and text at the end", p -> "See above.\n\nFinal answer: " + p.both(") ", "; "));
    all.put("text and letter", p -> p.texts(", ") + " (" + p.letters(", ") + ")");
    all.put(
        "texts discussed",
        p ->
            "We consider "
                + p.options().stream().map(Option::text).collect(Collectors.joining(", "))
                + ". Overall, the findings are best explained by "
                + p.texts(" and ")
                + ".");
    all.put(
        "text rather than another",
        p -> p.texts(" and ") + " rather than " + p.rival().text() + ".");
    all.put(
        "texts ruled out",
        p ->
            "We can rule out "
                + p.otherTexts(", ")
                + ". Therefore, the answer is "
                + p.texts(" and ")
                + ".");
    all.put(
        "text corrected",
        p ->
            "At first I thought of "
                + p.rival().text()
                + ". Actually, no. The correct answer is "
                + p.texts(" and ")
                + ".");
    return all;
  }

  private static String ruledOutZh(Pick pick) {
    return pick.others().isEmpty() ? "" : pick.otherLetters("、") + "均不对，";
  }

  private static String ordinalsEn(Pick pick) {
    return pick.ordinals(EN_ORDINALS, "the ", " option", " and ");
  }

  private static String lower(String letters) {
    return letters.toLowerCase(java.util.Locale.ROOT);
  }

  private static String lowerFirst(Pick pick) {
    String texts = pick.texts(" and ");
    return texts.isEmpty()
        ? texts
        : texts.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + texts.substring(1);
  }

  private static String bare(String text) {
    return text.strip().replaceAll("[\\p{P}&&[^)）\\]】%]]+$", "");
  }

  private static String wide(String letters) {
    StringBuilder out = new StringBuilder();
    letters.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'Ａ' : c)));
    return out.toString();
  }
}
