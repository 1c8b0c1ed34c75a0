package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.SemanticType;

/** A small list of diagnoses in two languages and texts that stand for them. */
final class LinkFixture {
  static final String[][] SITES = {
    {"肺", "lung", "C34"}, {"胃", "stomach", "C16"}, {"肝", "liver", "C22"},
    {"肾", "kidney", "C64"}, {"结肠", "colon", "C18"}, {"膀胱", "bladder", "C67"},
    {"食管", "esophagus", "C15"}, {"胰腺", "pancreas", "C25"}, {"喉", "larynx", "C32"},
    {"脑", "brain", "C71"}
  };

  private LinkFixture() {}

  static Targets targets() {
    List<String[]> rows = new ArrayList<>();
    for (String[] site : SITES) {
      rows.add(new String[] {site[2] + ".9", site[0] + "恶性肿瘤", "cancer of the " + site[1]});
      rows.add(new String[] {site[2].replace('C', 'D') + ".1", site[0] + "囊肿", site[1] + " cyst"});
      rows.add(
          new String[] {site[2].replace('C', 'S') + ".2", site[0] + "损伤", site[1] + " injury"});
    }
    rows.add(new String[] {"E11", "2型糖尿病", "type 2 diabetes"});
    rows.add(new String[] {"E10", "1型糖尿病", "type 1 diabetes"});
    rows.add(new String[] {"I10", "高血压", "hypertension"});
    rows.add(new String[] {"J18", "肺炎", "pneumonia"});
    rows.add(new String[] {"J20", "急性支气管炎", "acute bronchitis"});
    rows.add(new String[] {"J42", "慢性支气管炎", "chronic bronchitis"});
    rows.add(new String[] {"M80000/3", "癌", "carcinoma"});
    return new Targets() {
      @Override
      public int size() {
        return rows.size();
      }

      @Override
      public String name(int term) {
        return rows.get(term)[1];
      }

      @Override
      public String code(int term) {
        return rows.get(term)[0];
      }

      @Override
      public SemanticType type(int term) {
        return SemanticType.DIAGNOSIS;
      }

      @Override
      public List<String> synonyms(int term) {
        return List.of(rows.get(term)[2]);
      }
    };
  }

  static List<TrainingPair> pairs() {
    List<TrainingPair> out = new ArrayList<>();
    String[] sides = {"", "左侧", "右侧", "双", "晚期"};
    for (String[] site : SITES) {
      for (String side : sides) {
        out.add(pair(side + site[0] + "Ca", site[0] + "恶性肿瘤", "癌"));
        out.add(pair(side + site[0] + "占位，囊性", site[0] + "囊肿"));
        out.add(pair(side + site[0] + "挫裂伤", site[0] + "损伤"));
        out.add(pair(side + site[0] + "挫伤;血压高", site[0] + "损伤", "高血压"));
      }
      out.add(pair(site[0] + "破裂；糖尿病II型", site[0] + "损伤", "2型糖尿病"));
      out.add(pair(site[0] + "水泡病", site[0] + "泡状病"));
    }
    return out;
  }

  private static TrainingPair pair(String text, String... standard) {
    return new TrainingPair(text, List.of(standard));
  }
}
