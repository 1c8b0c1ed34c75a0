package org.twinline.reward.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sentences a model would write around a diagnosis, in Chinese and English, with what a reader
 * makes of them when {@code G} is the reference answer and {@code D1} to {@code D4} are other
 * diseases.
 */
final class Phrasings {
  /** One sentence with {@code {G}}, {@code {1}} to {@code {4}} as places. */
  record Phrasing(String name, boolean right, String text) {
    String fill(String gold, List<String> others) {
      String filled = text.replace("{G}", gold);
      for (int i = 0; i < others.size(); i++) {
        filled = filled.replace("{" + (i + 1) + "}", others.get(i));
      }
      return filled;
    }
  }

  static final List<Phrasing> CHINESE =
      list(
          "bare", "+{G}",
          "label", "+诊断：{G}。",
          "sentence", "+根据患者的症状和检查结果，最有可能的诊断是{G}。",
          "likely", "+考虑{G}可能性大。",
          "bold", "+**{G}**",
          "boxed", "+\\boxed{{G}}",
          "concluded after a differential", "+鉴别诊断包括{1}、{2}和{3}。综合来看，最可能的诊断是{G}。",
          "differential behind", "+最可能的诊断为{G}，需与{1}、{2}鉴别。",
          "others ruled out", "+{1}不符合，{2}缺乏依据，{3}可以排除，因此考虑{G}。",
          "after exclusion", "+排除{1}和{2}后，诊断为{G}。",
          "not but", "+不是{1}，而是{G}。",
          "rather than", "+{G}而非{1}。",
          "corrected", "+起初考虑{1}，但结合检查结果，应为{G}。",
          "picked from a list", "+可能的诊断有：1. {1}；2. {G}；3. {2}。其中最符合的是{G}。",
          "other in history", "+患者既往有{1}病史，本次发病考虑{G}。",
          "question and correction", "+答案是{1}？不对，正确答案应为{G}。",
          "summary", "+综上所述，该患者患有{G}。",
          "supported", "+临床表现支持{G}的诊断，{1}、{2}可能性较小。",
          "report", "+主诉：不适三天。\n初步诊断：{G}\n鉴别诊断：{1}、{2}\n处理：随诊。",
          "with a reason", "+{G}。因为症状和体征均符合，而{1}多有其他表现。",
          "code mixed", "+The most likely diagnosis is {G}.",
          "other bare", "-{1}",
          "other sentence", "-最有可能的诊断是{1}。",
          "gold excluded", "-考虑{1}，可排除{G}。",
          "gold not considered", "-不考虑{G}，诊断为{1}。",
          "gold does not fit", "-{G}不符合，{1}可能性最大。",
          "gold in history", "-患者既往有{G}病史，目前诊断为{1}。",
          "gold cured", "-患者曾患{G}，现已治愈。",
          "flood", "-可能的诊断包括{G}、{1}、{2}、{3}、{4}。",
          "bare flood", "-{1}、{2}、{G}、{3}、{4}",
          "numbered flood", "-1. {1}\n2. {2}\n3. {3}\n4. {G}\n5. {4}",
          "only excluded", "-可以排除{G}。",
          "another concluded", "-鉴别诊断包括{G}、{2}。最可能的诊断是{1}。",
          "gold to be distinguished", "-最可能的诊断为{1}，需与{G}鉴别。",
          "other rather than", "-{1}而非{G}。",
          "corrected away", "-起初考虑{G}，但结合检查结果，应为{1}。",
          "in the family", "-患者母亲有{G}病史，患者诊断为{1}。",
          "gold less likely", "-{G}可能性小，更支持{1}。");

  static final List<Phrasing> ENGLISH =
      list(
          "bare", "+{G}",
          "label", "+Diagnosis: {G}.",
          "sentence", "+The most likely diagnosis is {G}.",
          "likely", "+This presentation is most consistent with {G}.",
          "bold", "+**{G}**",
          "boxed", "+\\boxed{\\text{{G}}}",
          "concluded after a differential",
              "+The differential includes {1}, {2} and {3}. Overall, the most likely diagnosis is {G}.",
          "differential behind",
              "+The most likely diagnosis is {G}; {1} and {2} should be considered in the differential.",
          "others ruled out",
              "+{1} does not fit, {2} is not supported by the findings and {3} can be excluded, so this is"
                  + " {G}.",
          "after exclusion", "+After excluding {1} and {2}, the diagnosis is {G}.",
          "not but", "+This is not {1} but {G}.",
          "rather than", "+{G} rather than {1}.",
          "corrected", "+Initially I considered {1}, but given the findings it should be {G}.",
          "picked from a list", "+Possible diagnoses: 1. {1}; 2. {G}; 3. {2}. The best fit is {G}.",
          "other in history", "+The patient has a history of {1}, but now presents with {G}.",
          "question and correction", "+{1}? No, the correct answer is {G}.",
          "summary", "+Therefore, the patient has {G}.",
          "supported", "+The findings support a diagnosis of {G}; {1} and {2} are less likely.",
          "report",
              "+Chief complaint: malaise.\nAssessment: {G}\nDifferential diagnosis: {1}, {2}\nPlan: follow"
                  + " up.",
          "with a reason",
              "+{G}, because the findings fit, whereas {1} usually presents otherwise.",
          "other bare", "-{1}",
          "other sentence", "-The most likely diagnosis is {1}.",
          "gold excluded", "-This is {1}; {G} can be ruled out.",
          "gold not considered", "-I do not think this is {G}; the diagnosis is {1}.",
          "gold does not fit", "-{G} does not fit; {1} is most likely.",
          "gold in history", "-The patient has a history of {G}; the current diagnosis is {1}.",
          "gold cured", "-The patient had {G} years ago, which has resolved.",
          "flood", "-Possible diagnoses include {G}, {1}, {2}, {3} and {4}.",
          "bare flood", "-{1}, {2}, {G}, {3}, {4}",
          "numbered flood", "-1. {1}\n2. {2}\n3. {3}\n4. {G}\n5. {4}",
          "only excluded", "-{G} is ruled out.",
          "another concluded",
              "-The differential includes {G} and {2}. The most likely diagnosis is {1}.",
          "gold to be distinguished",
              "-The most likely diagnosis is {1}, which must be distinguished from {G}.",
          "other rather than", "-{1} rather than {G}.",
          "corrected away", "-Initially I considered {G}, but given the findings it should be {1}.",
          "in the family", "-Her mother has {G}; the patient's diagnosis is {1}.",
          "gold less likely", "-{G} is less likely; the picture favours {1}.");

  private Phrasings() {}

  /**
   * Phrasings that were written without looking at these or at the rules, numbered by line. The
   * rules were then improved on set 1; set 2 was written after that.
   *
   * @param language {@code zh} or {@code en}
   */
  static List<Phrasing> foreign(int set, String language) throws IOException {
    List<Phrasing> all = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            Phrasings.class.getResourceAsStream("phrasings-" + set + ".tsv"), "phrasings")) {
      int number = 0;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        number++;
        String[] cells = line.split("\t");
        if (cells[0].equals(language)) {
          all.add(
              new Phrasing(
                  "set " + set + " line " + number,
                  cells[1].equals("right"),
                  cells[2].replace("\\n", "\n")));
        }
      }
    }
    return all;
  }

  private static List<Phrasing> list(String... pairs) {
    List<Phrasing> all = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.add(new Phrasing(pairs[i], pairs[i + 1].charAt(0) == '+', pairs[i + 1].substring(1)));
    }
    return List.copyOf(all);
  }
}
