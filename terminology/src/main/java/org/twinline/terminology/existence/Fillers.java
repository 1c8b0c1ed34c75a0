package org.twinline.terminology.existence;

import it.unimi.dsi.fastutil.chars.Char2ObjectOpenHashMap;
import java.util.Arrays;

/**
 * Words that lists add to names without naming another thing: general words of classifications and
 * particles (fillers), and sides, courses and stages (qualifiers).
 */
final class Fillers {
  private static final String[] FILLERS = {
    "不可归类在他处者",
    "不可归类在他处",
    "不可归类于他处",
    "归类于他处的",
    "归类在他处的",
    "其他和未特指的",
    "其他特指的",
    "其他特指",
    "部位未特指",
    "未特指的",
    "未特指",
    "特指的",
    "特指",
    "其他的",
    "其他",
    "未分类",
    "未明确",
    "伴有",
    "由于",
    "引起的",
    "所致的",
    "所致",
    "性的",
    "的",
    "和",
    "及",
    "与",
    "伴",
    "或",
    "并",
    "于",
    "在",
    "not elsewhere classified",
    "not otherwise specified",
    "unspecified",
    "other specified",
    "specified",
    "other",
    "nec",
    "nos",
    "due to",
    "of",
    "the",
    "and",
    "or",
    "with",
    "in",
    "on",
    "to",
    "by",
    "for",
    "a",
    "an"
  };
  private static final String[] QUALIFIERS = {
    "左侧",
    "右侧",
    "双侧",
    "单侧",
    "两侧",
    "左",
    "右",
    "双",
    "急性",
    "亚急性",
    "慢性",
    "早期",
    "晚期",
    "轻度",
    "中度",
    "重度",
    "个人史",
    "家族史",
    "后遗症",
    "陈旧性",
    "复发性",
    "先天性",
    "获得性",
    "原发性",
    "继发性",
    "acute",
    "subacute",
    "chronic",
    "left",
    "right",
    "bilateral",
    "unilateral",
    "mild",
    "moderate",
    "severe",
    "recurrent",
    "congenital",
    "acquired",
    "primary",
    "secondary",
    "initial encounter",
    "subsequent encounter",
    "sequela"
  };

  private static final Char2ObjectOpenHashMap<String[]> BY_FIRST = new Char2ObjectOpenHashMap<>();

  static {
    for (String filler : FILLERS) {
      add(filler);
    }
    for (String qualifier : QUALIFIERS) {
      add('~' + qualifier);
    }
  }

  private Fillers() {}

  private static void add(String word) {
    char first = word.charAt(word.charAt(0) == '~' ? 1 : 0);
    String[] before = BY_FIRST.getOrDefault(first, new String[0]);
    String[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = word;
    BY_FIRST.put(first, after);
  }

  /**
   * How many tokens from there on are a filler or qualifier: 0 where none begins, negative for a
   * qualifier. Of several the longest counts.
   */
  static int at(Tokens tokens, int token) {
    String name = tokens.name();
    int start = tokens.from(token);
    String[] words = BY_FIRST.get(name.charAt(start));
    if (words == null) {
      return 0;
    }
    int found = 0;
    int length = 0;
    for (String word : words) {
      int skip = word.charAt(0) == '~' ? 1 : 0;
      int own = word.length() - skip;
      if (own > length && name.regionMatches(start, word, skip, own)) {
        int last = ending(tokens, token, start + own);
        if (last >= token) {
          length = own;
          found = (skip == 0 ? 1 : -1) * (last - token + 1);
        }
      }
    }
    return found;
  }

  /** The token that ends there, −1 where none does. */
  private static int ending(Tokens tokens, int token, int end) {
    for (int i = token; i <= tokens.size() && tokens.to(i) <= end; i++) {
      if (tokens.to(i) == end) {
        return i;
      }
    }
    return -1;
  }
}
