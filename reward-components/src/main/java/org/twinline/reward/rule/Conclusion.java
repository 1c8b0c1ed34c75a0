package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of an answer that may state it, the most decisive first.
 *
 * <p>First what a cue concludes ("最可能的诊断是", "Answer:", {@code \\boxed{}}, "X 可能性最大" …), the last
 * cue first: up to the end of its sentence, or the list in the lines below where the cue ends its
 * line. Then what a weaker cue supports ("考虑", "consistent with" …), again the last first. Then the
 * answer as a whole up to {@value #SHORT} characters (twice that without Chinese); of a longer one
 * the last sentence that begins with 综上/因此/"therefore", the first sentence, the last. Reasons (因为,
 * "because" …) are cut off.
 *
 * @param start its first character in the answer as read
 * @param end one past its last
 * @param text the part, trimmed
 * @param strength what led to it
 */
public record Conclusion(int start, int end, String text, Strength strength) {
  private static final int SHORT = 60;

  /** So many parts are looked at, at most. */
  private static final int MOST = 6;

  /** What makes a part of an answer its conclusion. */
  public enum Strength {
    /** A cue that concludes. */
    STATED,
    /** A cue that something is supported. */
    SUPPORTED,
    /** Its place alone. */
    PLACED
  }

  private static final Pattern CUE =
      Pattern.compile(
          "\\\\boxed\\s*\\{"
              + "|(?<!鉴别)(?<!既往)(?<!曾)(?<!入院)(?<!排除)(?<!误)(?<!次要)(?<!其他)(?<!伴随)(?<!其次的)(?:最(?:可能|终|后)的?)?(?:主要|初步|临床|最终|明确)?诊断"
              + "(?:应该?|首先|优先|最)?(?:考虑)?(?:是|为|[:：])\\s*[:：]?"
              + "|(?<!起初)(?<!最初)(?<!曾)(?:印象|评估|诊断结果|诊断意见)\\s*[:：]|【[^】\\n]{0,6}(?:诊断|印象|结论|答案)】"
              + "|(?:不如说是?|(?:改|更正|修正|修订|更改)(?:诊断)?(?:为|成)|实际上?(?:[^，。；\\n]{0,6}(?:得的|患的))?是|(?:真正的?)?(?:原因|病因)(?:其实|实际)?(?:是|为)"
              + "|所患的?(?:疾病|病)?(?:是|为)|剩下的?(?:只有|是)|最像|——?\\s*[是为])"
              + "|(?<!参考)(?<!标准)(?:最终|正确|最佳)?(?<!参考)(?<!标准)(?:答案|选项)(?:应该?|就)?(?:是|为|[:：])\\s*[:：]?"
              + "|结论(?:是|为|[:：])|(?<!不)(?<!不能)(?<!未)考虑(?:诊断)?为(?!主)"
              + "|(?<!不)(?<!才)(?:最(?:为)?(?:符合|支持|可能|倾向)(?:的)?|更(?:符合|倾向|可能)的?)(?:诊断|疾病|情况|答案)?(?:是|为|于)\\s*[:：]?"
              + "|(?<!不)应(?:该)?(?:诊断)?(?:是|为)(?!主)|而是|确诊(?:为|是)"
              + "|(?:首选|最佳|最合适|最适合|最恰当|推荐|应选)的?[^，。；\\n是为]{0,8}(?:是|为|[:：])"
              + "|(?<!differential )(?<!secondary )(?<!alternative )(?:\\b(?:final|correct|best|most likely|likely|working|leading|"
              + "principal|clinical|primary|current|patient['’]s)\\s+)*\\b(?:answer|diagnosis|conclusion)\\s*"
              + "(?:is(?! not)|would be|should be|:|：|=)\\s*:?"
              + "|(?<!\\w)(?:assessment(?: and plan)?|impression|dx)\\s*[:：]"
              + "|\\b(?:revised|changed|corrected|amended) to\\b|\\bshould (?:read|say)\\b|\\bwhat (?:you|the patient|she|he) (?:have|has) is(?! not)\\b|\\bleft with\\b"
              + "|\\bnot so much [^.;\\n]{1,80}? as\\b|\\bonly(?=[^.;,\\n]{2,80}(?:would|can|could|explains?|ties?)\\b)|\\bmakes?(?=[^.;,\\n]{2,80}the (?:better|best) (?:explanation|fit))"
              + "|(?m:^[ \\t]{0,8}(?:#{1,6}|\\*\\*)[ \\t]{0,8}(?:最终|初步|主要)?(?:诊断|结论|答案|final diagnosis|diagnosis|conclusion|final answer|answer|impression|assessment)[ \\t]{0,8}(?:\\*\\*)?[:：]?[ \\t]{0,8}$)"
              + "|\\b(?:best|next|most appropriate|preferred|first[- ]line)\\s+(?:\\w+\\s+){0,3}"
              + "(?:test|step|treatment|therapy|drug|procedure|study|investigation|choice|option|fit|"
              + "explanation|management|agent)\\s*(?:is(?! not)|would be|should be|:)"
              + "|\\b(?:it|this)\\s+(?:should|must)\\s+be(?! not)"
              + "|\\b(?:drug|treatment|test|procedure|investigation) of choice\\s*(?:is|would be|:)",
          Pattern.CASE_INSENSITIVE);

  /** Cues behind what they conclude. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:的)?诊断(?:成立|明确|确立|可以确定)(?!不)|\\s(?:is|would be) (?:my|the (?:final|working|correct)) (?:diagnosis|answer)\\b|(?:的)?(?:可能性|机会)(?:最|更|较|很|极)?(?:大|高)|(?:最为?符合|最有?可能|首先考虑)(?=[。；;，,！\\n]|$)"
              + "|\\s(?:is|are|seems?|appears?|would be|remains)(?: to be)?(?: by far)?(?: the)? (?:most (?:likely|probable|consistent)|"
              + "likeliest|(?:best|correct|right|most likely)(?: \\w+){0,2} (?:fit|answer|diagnosis|explanation))\\b(?!\\s+(?:to|with|not|due|caused|diagnosis|cause|explanation|\\w+ is))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS =
      Pattern.compile("\\s{0,4}(?:是|为)?(?:什么|何|哪|谁|which\\b|what\\b)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PRONOUN =
      Pattern.compile(
          "\\s*(?:which|what|who|that|this|it|he|she|这|那|其|什么|谁|哪个)\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SUPPORT =
      Pattern.compile(
          "(?<!不)(?<!不太)(?<!不能)(?<!难以)(?<!不予)(?<!无法)(?<!起初)(?<!最初)(?<!曾)(?<!一度)(?<!均)(?<!对症)(?:支持(?!治疗|为主)|只有|唯有|怀疑|倾向于?|符合|(?<!其次)(?<!其次需)(?<!还需)(?<!也需)(?<!另需)(?<!还应)(?<!也要)(?<!还要)考虑(?!到)|(?<!不)(?<!不太)可能(?:是|为|患|得)|大概率是|提示|患有|患了)"
              + "|(?<!鉴别)(?<!的)(?<!误)(?<!可能)(?<!这一)(?<!该)(?<!此)(?<!一)诊断(?!依据|标准|明确|的)"
              + "|\\b(?:consistent with|compatible with|in keeping with|picture of|classic for|typical of|characteristic of|suspicious for|concerning for|found to have|presenting with|fits|suggest(?:s|ive of|ing)?|points? to(?:ward)?s?|favou?rs?|"
              + "indicates|indicative of|support(?:s|ive of)?|diagnosis of|(?<!initially )(?<!previously )(?<!originally )(?<!mis)diagnosed (?:with|as)|confirm(?:s|ed)(?: the diagnosis of)?|explained by|"
              + "presents? with|(?:patient|he|she|woman|man|child|boy|girl|infant) (?:most likely |likely |probably )?has|this is|it is|so this is|"
              + "attribut(?:ed|able) to|caused by|due to)(?! not)(?! a history)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");

  private static final Pattern REASON =
      Pattern.compile(
          "(?:因为|由于|理由|依据|根据|鉴于|支持点|其依据"
              + "|\\bbecause\\b|\\bsince\\b(?! birth)|\\bgiven (?:the|that|his|her)\\b|\\bbased on\\b|\\bwhereas\\b"
              + "|(?<=favou?r [^.;\\n]{1,80})\\bover\\b|(?<=prefer [^.;\\n]{1,80})\\bover\\b|\\bas evidenced\\b|\\bas (?:the|there|he|she|it)\\b|\\bsupported by\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUMMARY =
      Pattern.compile(
          "^\\s*(?:综上|因此|所以|故|总之|therefore|thus|in summary|in conclusion|overall|hence)",
          Pattern.CASE_INSENSITIVE);

  /** Where the list below a cue ends. */
  private static final Pattern SECTION =
      Pattern.compile(
          "\\n[ \\t]{0,8}\\n|\\n[ \\t]{0,8}#|\\n[^\\n:：]{0,24}[:：][ \\t]{0,8}(?:\\n|$)|\\n[ \\t]{0,8}(?:鉴别|differential|ddx|also considered|处理|治疗|plan\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ITEM = Pattern.compile("\\d{1,2}[.)、]");

  /** Whether a cue led to it. */
  public boolean stated() {
    return strength == Strength.STATED;
  }

  /** The most decisive part of an answer: what a cue concludes, else its place alone. */
  public static Conclusion of(String answer) {
    for (Conclusion part : all(AnswerText.of(answer).text())) {
      if (part.strength != Strength.SUPPORTED) {
        return part;
      }
    }
    throw new IllegalStateException("an answer has parts");
  }

  /**
   * The parts that may state the answer, the most decisive first; at least one. Weaker ones are
   * looked for only when they are asked for.
   */
  static Iterable<Conclusion> all(String text) {
    return () ->
        Stream.<UnaryOperator<List<Conclusion>>>of(
                found -> ranked(text, found),
                found -> stated(text, found),
                found -> supported(text, found),
                found -> placed(text, found))
            .flatMap(look -> look.apply(new ArrayList<>()).stream())
            .iterator();
  }

  private static List<Conclusion> ranked(String text, List<Conclusion> found) {
    Ranking.best(text).ifPresent(r -> found.add(part(text, r.start(), r.end(), Strength.STATED)));
    return found;
  }

  private static List<Conclusion> stated(String text, List<Conclusion> found) {
    List<Conclusion> forward = new ArrayList<>();
    Matcher matcher = CUE.matcher(text);
    while (matcher.find()) {
      // A cue with nothing behind it concludes nothing.
      if (!blank(text, matcher.end()) && !asks(text, matcher.end())) {
        boolean boxed = matcher.group().startsWith("\\");
        int from = matcher.end();
        if (boxed) {
          from += text.startsWith("\\text{", from) ? "\\text{".length() : 0;
        }
        int end = boxed ? braces(text, from) : statedEnd(text, from);
        forward.add(part(text, from, end, Strength.STATED));
      }
    }
    Matcher behind = BEHIND.matcher(text);
    while (behind.find()) {
      int start = clauseStart(text, behind.start());
      if (behind.start() - start > 1
          && !PRONOUN.matcher(text).region(start, behind.start()).matches()) {
        forward.add(part(text, start, behind.start(), Strength.STATED));
      }
    }
    forward.sort((a, b) -> Integer.compare(b.end, a.end));
    found.addAll(forward.subList(0, Math.min(MOST, forward.size())));
    return found;
  }

  private static int clauseStart(String text, int end) {
    int start = end;
    while (start > 0 && "，,。；;！!？?\n：:".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static List<Conclusion> supported(String text, List<Conclusion> found) {
    List<Conclusion> forward = new ArrayList<>();
    Matcher matcher = SUPPORT.matcher(text);
    while (matcher.find()) {
      if (!blank(text, matcher.end()) && !asks(text, matcher.end())) {
        forward.add(
            0, part(text, matcher.end(), sentenceEnd(text, matcher.end()), Strength.SUPPORTED));
      }
    }
    found.addAll(forward.subList(0, Math.min(MOST, forward.size())));
    return found;
  }

  private static List<Conclusion> placed(String text, List<Conclusion> found) {
    if (isShort(text)) {
      found.add(part(text, 0, text.length(), Strength.PLACED));
      return found;
    }
    int from = 0;
    List<Conclusion> sentences = new ArrayList<>();
    Conclusion summary = null;
    Matcher ends = SENTENCE_END.matcher(text);
    while (from < text.length()) {
      int to = ends.find() ? ends.start() : text.length();
      if (!text.substring(from, to).isBlank()) {
        Conclusion sentence = part(text, from, to, Strength.PLACED);
        sentences.add(sentence);
        summary = SUMMARY.matcher(sentence.text).find() ? sentence : summary;
      }
      from = to + 1;
    }
    if (summary != null) {
      found.add(summary);
    }
    if (sentences.isEmpty()) {
      found.add(part(text, 0, text.length(), Strength.PLACED));
      return found;
    }
    Conclusion first = sentences.get(0);
    Conclusion last = sentences.get(sentences.size() - 1);
    found.add(isShort(first.text) ? first : last);
    found.add(isShort(first.text) ? last : first);
    return found;
  }

  /** A part without blanks at its ends and without the reasons it gives. */
  private static Conclusion part(String text, int from, int to, Strength strength) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    Matcher reason = REASON.matcher(text).region(start, to).useTransparentBounds(true);
    int end = reason.find() && reason.start() > start ? reason.start() : to;
    while (end > start && trails(text.charAt(end - 1))) {
      end--;
    }
    return new Conclusion(start, end, text.substring(start, end), strength);
  }

  private static boolean trails(char c) {
    return c == ',' || c == '，' || Character.isWhitespace(c);
  }

  /** Whether what follows a cue is a question: 是什么, "which". */
  private static boolean asks(String text, int from) {
    return ASKS.matcher(text).region(from, text.length()).lookingAt();
  }

  private static boolean blank(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int braces(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  private static int statedEnd(String text, int start) {
    int from = start;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (text.substring(start, from).contains("\n")) {
      Matcher next = SECTION.matcher(text).region(from, text.length());
      return next.find() ? next.start() : text.length();
    }
    return sentenceEnd(text, from);
  }

  private static int sentenceEnd(String text, int from) {
    int search = from;
    while (search < text.length() && Character.isWhitespace(text.charAt(search))) {
      search++;
    }
    // "1. pneumonia" behind a cue is an item, not a sentence.
    Matcher item = ITEM.matcher(text).region(search, text.length());
    if (item.lookingAt()) {
      search = item.end();
    }
    Matcher sentence = SENTENCE_END.matcher(text);
    return sentence.find(search) ? sentence.start() : text.length();
  }

  private static boolean isShort(String text) {
    String trimmed = text.strip();
    boolean chinese = trimmed.codePoints().anyMatch(Character::isIdeographic);
    return trimmed.codePointCount(0, trimmed.length()) <= (chinese ? SHORT : 2 * SHORT);
  }
}
