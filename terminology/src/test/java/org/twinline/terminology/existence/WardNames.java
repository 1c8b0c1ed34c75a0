package org.twinline.terminology.existence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A small world of names: what bones, vessels and hollow organs suffer from differs. */
final class WardNames {
  static final List<String> BONES =
      List.of("股骨", "胫骨", "腓骨", "肱骨", "桡骨", "尺骨", "锁骨", "跟骨", "髌骨", "趾骨", "指骨", "髋骨");
  static final List<String> VESSELS =
      List.of("股动脉", "颈动脉", "肾动脉", "脾动脉", "门静脉", "腋静脉", "髂动脉", "主动脉", "肝静脉", "面静脉", "腘动脉", "椎动脉");
  static final List<String> ORGANS =
      List.of("胃", "胆囊", "膀胱", "结肠", "直肠", "食管", "阑尾", "输尿管", "尿道", "子宫", "气管", "十二指肠");
  static final List<String> OF_BONES = List.of("骨折", "脱位", "骨髓炎", "畸形愈合", "骨质疏松", "骨不连");
  static final List<String> OF_VESSELS = List.of("血栓形成", "栓塞", "夹层", "动脉瘤", "硬化斑块", "痉挛");
  static final List<String> OF_ORGANS = List.of("溃疡", "息肉", "穿孔", "憩室", "脓肿", "结石");

  private static final List<String> BEFORE = List.of("", "左侧", "右侧", "先天性", "陈旧性");
  private static final List<String> BETWEEN = List.of("", "上段", "下段", "远端");

  /** In the index, in alphabetical order. */
  final List<String> index;

  /** As real as those of the index, left out of it. */
  final List<String> leftOut = new ArrayList<>();

  /** What no name of this world says. */
  final List<String> absent = new ArrayList<>();

  WardNames() {
    TreeSet<String> known = new TreeSet<>();
    add(BONES, OF_BONES, known);
    add(VESSELS, OF_VESSELS, known);
    add(ORGANS, OF_ORGANS, known);
    index = List.copyOf(known);
    cross(BONES, OF_VESSELS);
    cross(VESSELS, OF_ORGANS);
    cross(ORGANS, OF_BONES);
  }

  private void add(List<String> sites, List<String> morphologies, TreeSet<String> known) {
    int number = 0;
    for (String site : sites) {
      for (String morphology : morphologies) {
        for (String before : BEFORE) {
          for (String between : BETWEEN) {
            String name = before + site + between + morphology;
            if (Long.remainderUnsigned(Tokens.mix(number++), 10) == 0) {
              leftOut.add(name);
            } else {
              known.add(name);
            }
          }
        }
      }
    }
  }

  private void cross(List<String> sites, List<String> morphologies) {
    for (String site : sites) {
      morphologies.forEach(morphology -> absent.add(site + morphology));
    }
  }
}
