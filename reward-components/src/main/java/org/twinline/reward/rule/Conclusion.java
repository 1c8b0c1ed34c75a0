package org.twinline.reward.rule;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an answer that states it.
 *
 * <p>What follows the last cue ("最可能的诊断是", "Answer:", {@code \boxed{}} …) up to the end of its
 * sentence, or the list in the lines below where the cue ends its line. Without a cue: the whole
 * answer up to {@value #SHORT} characters (twice that without Chinese); of a longer one the last
 * sentence that begins with 综上/因此/"therefore", else the first sentence where it is short, else the
 * last. Reasons (因为, "because" …) are cut off.
 *
 * @param text the part, trimmed
 * @param stated whether a cue led to it
 */
public record Conclusion(String text, boolean stated) {
  private static final int SHORT = 60;

  private static final Pattern CUE =
      Pattern.compile(
          "\\\\boxed\\s*\\{"
              + "|(?<!鉴别)(?<!既往)(?<!曾)(?<!入院)(?<!排除)(?<!误)(?:最(?:可能|终|后)的?)?(?:主要|初步|临床|最终|明确)?诊断"
              + "(?:应该?|首先|优先|最)?(?:考虑)?(?:是|为|[:：])\\s*[:：]?"
              + "|(?:最终|正确|参考|最佳)?(?:答案|选项)(?:应该?|就)?(?:是|为|[:：])\\s*[:：]?"
              + "|结论(?:是|为|[:：])|(?<!不)(?<!不能)(?<!未)考虑(?:诊断)?为(?!主)"
              + "|(?:首选|最佳|最合适|最适合|最恰当|推荐|应选)的?[^，。；\\n是为]{0,8}(?:是|为|[:：])"
              + "|(?<!differential )(?:\\b(?:final|correct|best|most likely|likely|working|leading|"
              + "principal|clinical|primary)\\s+)*\\b(?:answer|diagnosis|conclusion)\\s*"
              + "(?:is(?! not)|would be|should be|:|：|=)\\s*:?"
              + "|\\b(?:best|next|most appropriate|preferred|first[- ]line)\\s+(?:\\w+\\s+){0,3}"
              + "(?:test|step|treatment|therapy|drug|procedure|study|investigation|choice|option|"
              + "management|agent)\\s*(?:is(?! not)|would be|should be|:)"
              + "|\\b(?:drug|treatment|test|procedure|investigation) of choice\\s*(?:is|would be|:)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");

  private static final Pattern REASON =
      Pattern.compile(
          "[，,]?\\s*(?:因为|由于|理由|依据|根据|鉴于|支持点|其依据"
              + "|\\bbecause\\b|\\bsince\\b|\\bgiven (?:the|that|his|her)\\b|\\bbased on\\b"
              + "|\\bas evidenced\\b|\\bas (?:the|there|he|she|it)\\b|\\bsupported by\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUMMARY =
      Pattern.compile(
          "^\\s*(?:综上|因此|所以|故|总之|therefore|thus|in summary|in conclusion|overall|hence)",
          Pattern.CASE_INSENSITIVE);

  /** The conclusion of an answer. */
  public static Conclusion of(String answer) {
    String text = Normalizer.normalize(answer.replace("**", ""), Normalizer.Form.NFC);
    Matcher matcher = CUE.matcher(text);
    int start = -1;
    boolean boxed = false;
    while (matcher.find()) {
      // A cue with nothing behind it concludes nothing.
      if (!text.substring(matcher.end()).isBlank()) {
        start = matcher.end();
        boxed = matcher.group().startsWith("\\");
      }
    }
    if (start >= 0) {
      return new Conclusion(boxed ? braces(text, start) : stated(text, start), true);
    }
    if (isShort(text)) {
      return new Conclusion(cut(text.strip()), false);
    }
    return new Conclusion(cut(sentence(text)), false);
  }

  private static String braces(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(start, i).replace("\\text{", "").replace("}", "").strip();
      }
    }
    return text.substring(start).strip();
  }

  private static String stated(String text, int start) {
    int from = start;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    boolean below = text.substring(start, from).contains("\n");
    int end = text.length();
    if (below) {
      int paragraph = text.indexOf("\n\n", from);
      end = paragraph < 0 ? end : paragraph;
    } else {
      Matcher sentence = SENTENCE_END.matcher(text);
      // "1. pneumonia" behind the cue is an item, not a sentence.
      int search = from;
      Matcher item = Pattern.compile("\\d{1,2}[.)、]").matcher(text).region(from, text.length());
      if (item.lookingAt()) {
        search = item.end();
      }
      end = sentence.find(search) ? sentence.start() : end;
    }
    return cut(text.substring(from, end).strip());
  }

  private static String sentence(String text) {
    String first = "";
    String last = "";
    String summary = "";
    for (String sentence : SENTENCE_END.split(text)) {
      if (sentence.isBlank()) {
        continue;
      }
      first = first.isEmpty() ? sentence : first;
      last = sentence;
      summary = SUMMARY.matcher(sentence).find() ? sentence : summary;
    }
    if (!summary.isEmpty()) {
      return summary.strip();
    }
    return (isShort(first) ? first : last).strip();
  }

  private static boolean isShort(String text) {
    String trimmed = text.strip();
    boolean chinese = trimmed.codePoints().anyMatch(Character::isIdeographic);
    return trimmed.codePointCount(0, trimmed.length()) <= (chinese ? SHORT : 2 * SHORT);
  }

  private static String cut(String text) {
    Matcher reason = REASON.matcher(text);
    return reason.find() && reason.start() > 0 ? text.substring(0, reason.start()).strip() : text;
  }
}
