package org.twinline.reward.rule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.mention.Span;

/** Words around an answer that add nothing to it. */
final class Filler {
  private static final String ZH =
      "问[:：]|答[:：]|成立|明确|确立|才对|无疑|重度|中度|轻度|严重的?|最可能|可能的?|包括|如下|以下|几种|情况|等|最|可能性?大?|考虑|诊断|患者|病人|属于|目前|主要|首先|应该?|初步|临床|符合|提示|倾向于?|建议|进行|给予|使用|选用|服用|口服|首选"
          + "|药物|以及|合并|伴有|并发|同时|综上所述|综上|因此|所以|答案|最终|结论|本例|这是|明确|确诊|也称|又称|立即|尽快|尽早|急诊|需要?|该例?"
          + "|肌内注射|肌肉注射|静脉滴注|静脉注射|静脉推注|皮下注射|雾化吸入|静滴|静推|肌注|注射|静脉|皮下|胶囊|片剂|再次|复查|急查|完善"
          + "|治疗|检查|检测|测定|手术|是|为|的|系|行|和|及|与|伴|并|或|故|患|有|即|可|了|此|用|予|而|做|其次|还";
  private static final String EN =
      "severe|mild|moderate|new|definite|the|a|an|is|are|was|of|most|likely|possible|possibly|diagnoses|include|includes|including|could|may|might|either|consider|probable|probably|patient|patients|has|have|had|with|diagnosis"
          + "|final|this|that|be|by|should|would|in|for|her|his|their|he|she|it|and|or|consistent|suggests"
          + "|suggestive|answer|therefore|thus|so|i|think|my|case|presentation|clinical|due|to|start"
          + "|treat|treatment|use|give|perform|order|therapy|complicated|plus|also|who|which|as|best"
          + "|first|line|next|step|test|recommended|recommend|indicated|immediate|urgent|emergency";
  private static final Pattern ANY =
      Pattern.compile(
          "(?:"
              + ZH
              + "|(?<![\\p{IsLatin}\\d])(?:"
              + EN
              + ")(?![\\p{IsLatin}\\d])"
              + "|(?<![\\d.])\\d{1,2}[.)、]"
              + "|(?<![\\p{IsLatin}\\d.])\\d+(?:\\.\\d+)?\\s*(?:mg|g|ml|ug|μg|mcg|iu|u)\\b(?:/\\p{IsLatin}+)?"
              + "|[\\s\\p{P}$~|+])+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING =
      Pattern.compile("^" + ANY.pattern(), Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING =
      Pattern.compile("(?:可能性?大?|诊断|[\\s\\p{P}])+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("[(（\\[【][^()（）\\[\\]【】]*[)）\\]】]");

  /** A bracket that begins so adds another possibility: it is no name of what stands before it. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\s*(?:也|或|亦|不排除|不除外|待排|需|应?与|鉴别|or\\b|possibly\\b|perhaps\\b|maybe\\b|vs\\b|versus\\b|rule out\\b|r/o\\b|differential\\b|cannot\\b|can't\\b|less\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final String SEPARATORS = "、，,；;\n|+";

  private Filler() {}

  /** Whether nothing but filler is left. */
  static boolean only(String text) {
    return text.isEmpty() || ANY.matcher(text).matches();
  }

  /** Without filler at its ends. */
  static String strip(String text) {
    String left = LEADING.matcher(text).replaceFirst("");
    return TRAILING.matcher(left).replaceFirst("");
  }

  /**
   * The text with the brackets of a range resolved, lengths kept: a bracket behind a name is
   * blanked out; where what is in front of it holds no name but the bracket does, the front is
   * blanked out instead. A bracket inside a name stays.
   *
   * @param names the names of the text
   */
  static String resolveBrackets(String text, int start, int end, List<Span> names) {
    Matcher bracket = BRACKETS.matcher(text).region(start, end);
    StringBuilder out = new StringBuilder(text);
    int from = start;
    while (bracket.find()) {
      int opens = bracket.start();
      int closes = bracket.end();
      if (names.stream().anyMatch(s -> s.start() < opens && s.end() >= closes)) {
        continue;
      }
      for (int i = from; i < opens; i++) {
        from = SEPARATORS.indexOf(text.charAt(i)) >= 0 ? i + 1 : from;
      }
      boolean before = holds(names, from, opens);
      boolean front = before || !only(text.substring(from, opens));
      boolean inside =
          holds(names, opens, closes) && !ASIDE.matcher(text).region(opens + 1, closes).lookingAt();
      if (front && (!inside || before)) {
        blank(out, opens, closes);
      } else {
        if (inside) {
          blank(out, from, opens);
        }
        blank(out, opens, opens + 1);
        blank(out, closes - 1, closes);
      }
      from = closes;
    }
    return out.toString();
  }

  private static boolean holds(List<Span> names, int start, int end) {
    return names.stream().anyMatch(s -> s.start() >= start && s.end() <= end);
  }

  private static void blank(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      out.setCharAt(i, ' ');
    }
  }

  /** With brackets blanked out; unchanged where nothing else would be left. */
  static String withoutBrackets(String text) {
    String blanked = BRACKETS.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    return blanked.isBlank() ? text : blanked;
  }
}
