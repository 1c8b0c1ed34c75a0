package org.twinline.reward.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chains of thought written from a case's options: every option is discussed and none ruled out for
 * good, so that only the conclusion tells.
 *
 * @param conclusions by name; the first placeholder is concluded, the others are not
 * @param answers the forms of the final answer
 */
record ComposedThoughts(
    String opening, List<String> forms, Map<String, String> conclusions, List<String> answers) {
  static final ComposedThoughts CHINESE =
      new ComposedThoughts(
          "好的，先看患者的主要症状和病程，再逐个分析可能的诊断。",
          List.of(
              "首先考虑%s，部分症状符合，但还需要看检查结果。",
              "%s也有可能，这类患者中并不少见。",
              "%s通常起病更急，患者是否如此还不清楚。",
              "至于%s，病史里有支持的地方，也有不支持的地方。",
              "还要想到%s，不过资料有限。"),
          named(
              "综上", "综上，最可能的诊断是%1$s。",
              "因此考虑", "因此考虑为%1$s，而不是%2$s。",
              "符合", "综合以上分析，患者的表现最符合%1$s，%2$s和%3$s可能性较低。",
              "正确选项", "所以正确选项应为%1$s，其他选项如%2$s、%3$s作为干扰项。",
              "倾向", "权衡之后我更倾向于%1$s，因为%2$s缺乏依据。",
              "排除后", "排除了%2$s和%3$s之后，剩下的只有%1$s。",
              "回答", "好的，我的回答就是%1$s了。",
              "反复", "一开始想到的是%2$s，但再想想还是%1$s更合理，就定为%1$s吧。"),
          List.of("%s", "最可能的诊断是%s。", "答案：%s", "根据患者的症状和检查，考虑诊断为%s。", "**%s**"));

  static final ComposedThoughts ENGLISH =
      new ComposedThoughts(
          "Okay, let's look at the findings first and then go through the possible answers.",
          List.of(
              "First there's %s, which would explain part of the picture.",
              "It could also be %s, which isn't rare in such patients.",
              "%s usually starts more suddenly, and it's not clear whether it did here.",
              "As for %s, some findings speak for it and some against it.",
              "And then %s comes to mind, though there is little to go on."),
          named(
              "so the answer", "So the answer is %1$s.",
              "most likely", "Putting it all together, the most likely answer is %1$s, not %2$s.",
              "fits best",
                  "Overall the findings fit best with %1$s, while %2$s and %3$s are less likely.",
              "rather than", "Therefore I'd go with %1$s rather than %2$s.",
              "ruled out", "With %2$s and %3$s ruled out, that leaves %1$s.",
              "settle", "Okay, I'm settling on %1$s.",
              "at first", "At first I thought of %2$s, but on reflection %1$s makes more sense.",
              "confident", "Yeah, I'm pretty confident that it's %1$s."),
          List.of(
              "%s",
              "The answer is %s.", "Answer: %s", "The most likely answer here is %s.", "**%s**"));

  private static Map<String, String> named(String... pairs) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      named.put(pairs[i], pairs[i + 1]);
    }
    return named;
  }

  String answer(String gold, int number) {
    return answers.get(number % answers.size()).formatted(gold);
  }

  String reasoning(String gold, List<String> others, int number) {
    List<String> all = new ArrayList<>(others);
    all.add(number % (others.size() + 1), gold);
    StringBuilder cot = new StringBuilder(opening).append('\n');
    for (int i = 0; i < all.size(); i++) {
      cot.append(forms.get((i + number) % forms.size()).formatted(all.get(i))).append('\n');
    }
    return cot.toString();
  }
}
