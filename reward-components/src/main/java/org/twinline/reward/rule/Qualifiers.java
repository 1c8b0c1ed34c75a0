package org.twinline.reward.rule;

import java.util.List;
import java.util.regex.Pattern;

/** Words that turn a name into that of something else. */
final class Qualifiers {
  /** Groups of alternatives: names with different ones are of different things. */
  private static final List<List<Pattern>> GROUPS =
      List.of(
          group("急性|(?<!non-)\\bacute", "慢性|\\bchronic"),
          group("左|\\bleft", "右|\\bright"),
          group("1型|Ⅰ型|I型|一型|\\btype (?:1|I|one)\\b", "2型|Ⅱ型|II型|二型|\\btype (?:2|II|two)\\b"),
          group("良性|\\bbenign", "恶性|\\bmalignant"),
          group("原发|\\bprimary", "继发|\\bsecondary"),
          group("先天|\\bcongenital", "后天|获得性|\\bacquired"),
          group("亢进|增多|高血?[钾钠钙糖脂压镁磷]|\\bhyper", "减退|减少|低血?[钾钠钙糖脂压镁磷]|\\bhypo"),
          group("病毒|\\bviral", "细菌|\\bbacterial", "真菌|\\bfungal"),
          group("(?<!非)ST段抬高|(?<!non-)(?<!non )\\bST[- ]", "非ST段|\\bnon-?\\s?ST\\b|NSTEMI"),
          group("缺血性|\\bischa?emic", "出血性|\\bhemorrhagic|\\bhaemorrhagic"),
          group("收缩|\\bsystolic", "舒张|\\bdiastolic"));

  private static final Pattern ALIEN =
      Pattern.compile(
          "假性?\\s*$|[伪拟反]\\s*$|恐惧\\s*$|\\bfear of\\s*$|\\bmimics?\\s*$|\\bmimicking\\s*$|类\\s*$|非\\s*$|抗\\s*$|疑似\\s*$|陈旧性?|既往|家族史|\\b(?:pseudo|quasi|non|pre)-?\\s*$"
              + "|\\banti-?\\s*$|\\b(?:screen(?:ing|ed)? for|(?:vaccinat(?:ion|ed)|immuni[sz](?:ation|ed)|prophylaxis) (?:against|for)|(?:prevention|risk|fear) (?:of|for)|exposure to)\\s*$|\\byears? ago\\b[^.;\\n]{0,60}$|\\b(?:mistak\\w+|mistook)(?: \\w+){0,3} for\\s*$|误(?:诊|认|当|判)(?:为|成|作)\\s*$|\\bhistory of|\\bprior\\b|\\bprevious\\b",
          Pattern.CASE_INSENSITIVE);

  private Qualifiers() {}

  private static List<Pattern> group(String... alternatives) {
    return java.util.Arrays.stream(alternatives)
        .map(a -> Pattern.compile(a, Pattern.CASE_INSENSITIVE))
        .toList();
  }

  /** Whether the names are qualified in ways that exclude each other. */
  static boolean conflict(String a, String b) {
    for (List<Pattern> group : GROUPS) {
      int ofA = only(group, a);
      int ofB = ofA < 0 ? -1 : only(group, b);
      if (ofB >= 0 && ofA != ofB) {
        return true;
      }
    }
    return false;
  }

  /** The one alternative the name has, −1 where it has none or several. */
  private static int only(List<Pattern> group, String name) {
    int found = -1;
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i).matcher(name).find()) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static final Pattern ALIEN_BEHIND =
      Pattern.compile(
          "^\\s*(?:样|恐惧|焦虑|类似|前状态|前病变|疫苗|接种|易感|携带|接触史|家族史"
              + "|[- ](?:like|mimic\\w*|vaccin\\w*|immuni[sz]ation|anxiety|phobia|exposure|contact|carriers?|risk)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Whether what stands behind a name makes it another thing: {@code 肺炎 + 样反应}. */
  static boolean alienatesBehind(String after) {
    return ALIEN_BEHIND.matcher(after).find();
  }

  /** Whether what stands before a name makes it another thing: {@code 假性 + 痛风}. */
  static boolean alienates(String before) {
    return ALIEN.matcher(before).find();
  }
}
