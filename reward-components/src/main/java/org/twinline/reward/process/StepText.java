package org.twinline.reward.process;

import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.text.Span;

/**
 * A step as the rules read it.
 *
 * @param folded lower case, marks half-width; of the same length as the step
 * @param place of the step, from 0 to 1
 * @param overlap the share of its content that the question has
 */
record StepText(String folded, double place, boolean last, int halfWords, double overlap) {
  private static final Pattern PATIENT =
      Pattern.compile(
          "患者|病人|病例|病史|主诉|患儿|孩子|\\b(?:he|she|his|her|the patient|our patient|this patient|patient's|this case|the woman|the man|the boy|the girl|the child|this guy|our guy|he's|she's)\\b");
  private static final Pattern TASK =
      Pattern.compile("选项|题目|干扰项|包含关系|互不包含|上下位|下位诊断|上位诊断|疾病词|\\b(?:options?|the question)\\b");
  private static final int SHORT = 16;

  static StepText of(String cot, Step step, int index, int count, Shingles question) {
    String folded = fold(step.of(cot));
    double place = count < 2 ? 0 : (double) index / (count - 1);
    return new StepText(
        folded,
        place,
        index + 1 == count && index > 0,
        Steps.halfWords(folded, new Span(0, folded.length())),
        question.share(folded));
  }

  double value(Feature feature) {
    return switch (feature) {
      case ALWAYS -> 1;
      case FIRST -> is(place == 0);
      case EARLY -> is(place > 0 && place <= 0.2);
      case LATE -> is(place >= 0.9 && !last);
      case LAST -> is(last);
      case QUESTION -> is(asks());
      case LIST -> is(items() >= 3);
      case SHORT -> is(halfWords <= SHORT);
      case PATIENT -> is(patient());
      case IMPERSONAL -> is(!patient());
      case OVERLAP -> overlap;
      case TASK -> is(TASK.matcher(folded).find());
    };
  }

  boolean patient() {
    return PATIENT.matcher(folded).find();
  }

  boolean asks() {
    int end = folded.length();
    while (end > 0 && "\"')]”’」 ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && folded.charAt(end - 1) == '?';
  }

  private int items() {
    int items = 1;
    for (int i = 0; i < folded.length(); i++) {
      items += folded.charAt(i) == '\n' ? 1 : 0;
    }
    return items;
  }

  private static double is(boolean holds) {
    return holds ? 1 : 0;
  }

  static String fold(String text) {
    char[] out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c >= 0xff01 && c <= 0xff5e) {
        c = (char) (c - 0xff01 + '!');
      }
      out[i] = c == 0x2019 || c == 0x2018 ? '\'' : c == 0x3000 ? ' ' : Character.toLowerCase(c);
    }
    return new String(out);
  }

  /** Words of the question that a step may have again: pairs of Han characters, longer words. */
  record Shingles(Set<String> all) {
    Shingles {
      all = Set.copyOf(all);
    }

    static Shingles of(String text) {
      return new Shingles(ShingleReader.of(fold(text)));
    }

    /** The share of the step's shingles that are here; 0 for a step without any. */
    double share(String folded) {
      Set<String> own = ShingleReader.of(folded);
      long shared = own.stream().filter(all::contains).count();
      return own.isEmpty() ? 0 : (double) shared / own.size();
    }
  }
}
