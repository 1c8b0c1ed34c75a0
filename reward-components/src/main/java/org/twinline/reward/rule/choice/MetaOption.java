package org.twinline.reward.rule.choice;

import java.util.regex.Pattern;

/** Options that speak of the others: "all of the above", 以上都不是. */
enum MetaOption {
  ALL,
  NONE;

  private static final String OTHERS =
      "(?:以上|上述|前面|前述|前)(?:所有|全部|各|[二三四五六七两2-7])?(?:个|种|条)?(?:的?(?:选项|答案|说法|描述|叙述|情况|项|者|方面|内容|因素))?";
  private static final String EVERY = "(?:(?:都|均|全部|全|皆)+)";

  private static final String ZH_ALL =
      OTHERS + EVERY + "(?:正确|包括|符合|适用|有可能|可以|可能|需要|存在|对|是|可|有)(?:的)?(?:选项|答案)?";
  private static final String ZH_NONE =
      OTHERS
          + EVERY
          + "(?:不正确|不符合|不包括|不适用|不可以|不可|不对|不是|没有|错误|非|否|无|错|不)(?:的)?(?:选项|答案)?|无正确(?:选项|答案)|没有正确(?:选项|答案)";
  private static final String EN_ALL =
      "\\b(?:all|each|every one) of (?:the )?(?:above|options|choices|these|them)(?:"
          + " (?:options|choices|answers|mentioned|listed))?\\b";
  private static final String EN_NONE =
      "\\bnone of (?:the )?(?:above|options|choices|these|them)(?: (?:options|choices|answers|mentioned|listed))?\\b";

  private static final Pattern WHOLE_ALL =
      Pattern.compile("(?:" + ZH_ALL + "|" + EN_ALL + ")", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE_NONE =
      Pattern.compile("(?:" + ZH_NONE + "|" + EN_NONE + ")", Pattern.CASE_INSENSITIVE);

  /** Where an answer says that none, or all, of the others hold. */
  static final Pattern SAID_NONE = WHOLE_NONE;

  static final Pattern SAID_ALL =
      Pattern.compile(
          "(?:" + ZH_ALL + "|" + EN_ALL + "|(?:所有|全部|各)选项" + EVERY + "?(?:正确|都?对|符合)|全选)",
          Pattern.CASE_INSENSITIVE);

  /** Whether an option's prepared text is nothing but this. */
  boolean is(String prepared) {
    String text = prepared.strip().replaceAll("[.。!！]$", "");
    return (this == ALL ? WHOLE_ALL : WHOLE_NONE).matcher(text).matches();
  }
}
