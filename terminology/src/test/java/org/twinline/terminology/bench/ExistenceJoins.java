package org.twinline.terminology.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names that are in no list: sites joined with morphologies. */
record ExistenceJoins(List<String> sites, List<String> morphologies, String between) {
  private static final String[] SITES = {
    "肝", "胃", "肺", "肾", "脾", "胰腺", "胆囊", "胆总管", "食管", "十二指肠", "空肠", "结肠", "直肠", "阑尾", "膀胱", "输尿管",
    "尿道", "肾盂", "前列腺", "子宫", "宫颈", "卵巢", "输卵管", "乳腺", "甲状腺", "甲状旁腺", "肾上腺", "垂体", "胸腺", "脑干", "小脑",
    "丘脑", "脊髓", "视网膜", "角膜", "晶状体", "玻璃体", "眼睑", "泪囊", "鼓膜", "中耳", "鼻窦", "鼻中隔", "咽", "喉", "声带",
    "气管", "支气管", "胸膜", "纵隔", "心包", "心肌", "二尖瓣", "主动脉", "颈动脉", "股动脉", "门静脉", "下腔静脉", "股骨", "胫骨",
    "肱骨", "桡骨", "尺骨", "锁骨", "肩胛骨", "髌骨", "跟骨", "下颌骨", "腰椎", "颈椎", "膝关节", "髋关节", "肩关节", "踝关节", "跟腱",
    "皮肤", "指甲", "牙龈", "舌", "腮腺", "淋巴结", "睾丸", "附睾", "阴茎", "阴道", "外阴", "腹膜", "肠系膜", "肛门", "坐骨神经",
    "面神经", "视神经", "三叉神经"
  };
  private static final String[] MORPHOLOGIES = {
    "骨折", "脱位", "脓肿", "结石", "炎", "恶性肿瘤", "良性肿瘤", "囊肿", "息肉", "溃疡", "穿孔", "梗阻", "狭窄", "破裂", "出血",
    "坏死", "萎缩", "水肿", "血栓形成", "栓塞", "动脉瘤", "憩室", "脱垂", "扭转", "撕裂", "挫伤", "结核", "纤维化", "硬化", "钙化",
    "麻痹", "白内障", "脱离", "血管瘤", "疝", "瘘", "异物", "积液", "畸形", "痉挛", "扩张", "肥大", "增生", "软化", "闭锁", "烧伤",
    "冻伤", "静脉曲张", "嵌顿", "过敏"
  };

  /** General sites and morphologies, written for this measurement. */
  static ExistenceJoins curated() {
    return new ExistenceJoins(List.of(SITES), List.of(MORPHOLOGIES), "");
  }

  /** Ends that at least 25 names share, and beginnings that stand before at least three of them. */
  static ExistenceJoins mined(Collection<String> names, boolean spaced) {
    Map<String, Integer> ends = new HashMap<>();
    for (String name : names) {
      cuts(name, spaced, false).forEach(cut -> ends.merge(name.substring(cut), 1, Integer::sum));
    }
    Map<String, Set<String>> before = new TreeMap<>();
    for (String name : names) {
      for (int cut : cuts(name, spaced, true)) {
        String end = name.substring(cut);
        if (ends.getOrDefault(end, 0) >= 25) {
          before.computeIfAbsent(name.substring(0, cut), b -> new HashSet<>()).add(end);
        }
      }
    }
    TreeSet<String> morphologies = new TreeSet<>();
    ends.forEach((end, count) -> morphologies.addAll(count >= 25 ? Set.of(end) : Set.of()));
    List<String> sites = new ArrayList<>();
    before.forEach((site, after) -> sites.addAll(after.size() >= 3 ? List.of(site) : List.of()));
    return new ExistenceJoins(sites, List.copyOf(morphologies), "");
  }

  /** Where a name may be cut: an end of 2 to 5 characters after at most 6; of 1 to 3 words. */
  private static List<Integer> cuts(String name, boolean spaced, boolean shortBeginning) {
    List<Integer> out = new ArrayList<>();
    if (!spaced) {
      for (int length = 2; length <= 5 && length < name.length(); length++) {
        if (!shortBeginning || name.length() - length <= 6) {
          out.add(name.length() - length);
        }
      }
      return out;
    }
    int words = 0;
    for (int at = name.lastIndexOf(' '); at > 0 && words < 3; at = name.lastIndexOf(' ', at - 1)) {
      words++;
      if (!shortBeginning || name.substring(0, at).chars().filter(c -> c == ' ').count() <= 2) {
        out.add(at);
      }
    }
    return out;
  }

  /** So many different joins that are in no list; all there are where there are fewer. */
  List<String> sample(int wanted, Set<String> lists, long seed) {
    Random random = new Random(seed);
    TreeSet<String> out = new TreeSet<>();
    for (int tries = 0; out.size() < wanted && tries < wanted * 50; tries++) {
      String name =
          sites.get(random.nextInt(sites.size()))
              + between
              + morphologies.get(random.nextInt(morphologies.size()));
      if (!lists.contains(name)) {
        out.add(name);
      }
    }
    return new ArrayList<>(out);
  }
}
