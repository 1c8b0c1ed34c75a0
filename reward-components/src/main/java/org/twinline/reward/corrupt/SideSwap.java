package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exchanges the sides of the body throughout a text. */
final class SideSwap implements Maker {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("左", "右"),
          Map.entry("右", "左"),
          Map.entry("双侧", "单侧"),
          Map.entry("单侧", "双侧"),
          Map.entry("上肢", "下肢"),
          Map.entry("下肢", "上肢"),
          Map.entry("上腹", "下腹"),
          Map.entry("下腹", "上腹"),
          Map.entry("内侧", "外侧"),
          Map.entry("外侧", "内侧"),
          Map.entry("近端", "远端"),
          Map.entry("远端", "近端"));

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("left", "right"),
          Map.entry("right", "left"),
          Map.entry("bilateral", "unilateral"),
          Map.entry("unilateral", "bilateral"),
          Map.entry("upper", "lower"),
          Map.entry("lower", "upper"),
          Map.entry("medial", "lateral"),
          Map.entry("lateral", "medial"),
          Map.entry("proximal", "distal"),
          Map.entry("distal", "proximal"),
          Map.entry("anterior", "posterior"),
          Map.entry("posterior", "anterior"));

  /** 左右 after a number is "about", and 左氧氟沙星 is a drug. */
  private static final Pattern CHINESE_SIDE =
      Pattern.compile("左(?!右|氧|旋|甲|乙|西|卡|炔)|(?<!左)右(?!旋|美|佐|归)|双侧|单侧|上肢|下肢|上腹|下腹|内侧|外侧|近端|远端");

  private static final Pattern ENGLISH_SIDE =
      Pattern.compile(
          "\\b(?:(?:left|right)(?=[- ](?:sided?|arm|leg|eye|ear|knee|hip|hand|foot|ankle|wrist|elbow"
              + "|shoulder|lung|kidney|breast|ventric\\w*|atri\\w*|lobe|upper|lower|iliac|flank"
              + "|hemisphere|heart|coronary|bundle|bronchus|testis|testicle|ovary|temporal|parietal"
              + "|frontal|occipital|middle|main|femoral|carotid|subclavian|renal|vertebral|neck"
              + "|face|facial|chest|thigh|calf|hypochondri\\w*|quadrant|pleural|cerebral|adrenal)\\b)"
              + "|(?:upper|lower)(?= (?:limb|limbs|abdom\\w*|quadrant|lobe|lobes|extremit\\w*|back"
              + "|respiratory|gastrointestinal|GI|eyelid|lip|jaw|motor|leg|arm|lung)\\b)"
              + "|bilateral|unilateral|medial|lateral|proximal|distal|anterior|posterior)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    Matcher sides = (good.chinese() ? CHINESE_SIDE : ENGLISH_SIDE).matcher(good.text());
    Map<String, String> opposite = good.chinese() ? CHINESE : ENGLISH;
    List<Edits.Edit> edits = new ArrayList<>();
    while (sides.find()) {
      String side = sides.group();
      String other = opposite.get(side.toLowerCase(Locale.ROOT));
      if (other != null) {
        boolean capital = Character.isUpperCase(side.charAt(0));
        edits.add(
            new Edits.Edit(
                sides.start(),
                sides.end(),
                capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other));
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pair(good.text(), Edits.applied(good.text(), edits)));
  }
}
