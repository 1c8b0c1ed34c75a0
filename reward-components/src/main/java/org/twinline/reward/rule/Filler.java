package org.twinline.reward.rule;

import java.util.regex.Pattern;

/** Words around an answer that add nothing to it. */
final class Filler {
  private static final String ZH =
      "最可能|最|可能性?大?|考虑|诊断|患者|病人|属于|目前|主要|首先|应该?|初步|临床|符合|提示|倾向于?|建议|进行|给予|使用|选用|服用|口服|首选"
          + "|药物|以及|合并|伴有|并发|同时|综上所述|综上|因此|所以|答案|最终|结论|本例|这是|明确|确诊|也称|又称|立即|尽快|尽早|急诊|需要?|该例?"
          + "|治疗|检查|手术|是|为|的|系|行|和|及|与|伴|并|或|故|患|有|即|可|了|此|用|予|而|做|其次|还";
  private static final String EN =
      "the|a|an|is|are|was|of|most|likely|probable|probably|patient|patients|has|have|had|with|diagnosis"
          + "|final|this|that|be|by|should|would|in|for|her|his|their|he|she|it|and|or|consistent|suggests"
          + "|suggestive|answer|therefore|thus|so|i|think|my|case|presentation|clinical|due|to|start"
          + "|treat|treatment|use|give|perform|order|therapy|complicated|plus|also|who|which|as|best"
          + "|first|line|next|step|test|recommended|recommend|indicated|immediate|urgent|emergency";
  private static final Pattern ANY =
      Pattern.compile(
          "(?:" + ZH + "|(?<![\\p{IsLatin}\\d])(?:" + EN + ")(?![\\p{IsLatin}\\d])"
              + "|(?<![\\d.])\\d{1,2}[.)、]|[\\s\\p{P}$~|])+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING = Pattern.compile("^" + ANY.pattern(), Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING =
      Pattern.compile("(?:可能性?大?|诊断|[\\s\\p{P}])+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS =
      Pattern.compile("[(（\\[【][^()（）\\[\\]【】]*[)）\\]】]");

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

  /** With each bracket blanked out, lengths kept; unchanged where nothing else would be left. */
  static String withoutBrackets(String text) {
    String blanked = BRACKETS.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    return blanked.isBlank() ? text : blanked;
  }
}
