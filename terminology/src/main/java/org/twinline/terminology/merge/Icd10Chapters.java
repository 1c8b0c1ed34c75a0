package org.twinline.terminology.merge;

import java.util.List;
import java.util.Optional;

/**
 * The chapters of ICD-10 by their ranges of categories, for lists that come without them. The
 * ranges are those of the tenth revision; the names are short forms of ours.
 */
public enum Icd10Chapters {
  INFECTIOUS("A00-B99", "感染性疾病和寄生虫病", "infectious and parasitic diseases"),
  NEOPLASMS("C00-D48", "肿瘤", "neoplasms"),
  BLOOD("D50-D89", "血液、造血器官和免疫疾病", "diseases of the blood and immune disorders"),
  ENDOCRINE("E00-E90", "内分泌、营养和代谢疾病", "endocrine, nutritional and metabolic diseases"),
  MENTAL("F00-F99", "精神和行为障碍", "mental and behavioural disorders"),
  NERVOUS("G00-G99", "神经系统疾病", "diseases of the nervous system"),
  EYE("H00-H59", "眼和附器疾病", "diseases of the eye and adnexa"),
  EAR("H60-H95", "耳和乳突疾病", "diseases of the ear and mastoid process"),
  CIRCULATORY("I00-I99", "循环系统疾病", "diseases of the circulatory system"),
  RESPIRATORY("J00-J99", "呼吸系统疾病", "diseases of the respiratory system"),
  DIGESTIVE("K00-K93", "消化系统疾病", "diseases of the digestive system"),
  SKIN("L00-L99", "皮肤和皮下组织疾病", "diseases of the skin"),
  MUSCULOSKELETAL("M00-M99", "肌肉骨骼系统和结缔组织疾病", "musculoskeletal diseases"),
  GENITOURINARY("N00-N99", "泌尿生殖系统疾病", "diseases of the genitourinary system"),
  PREGNANCY("O00-O99", "妊娠、分娩和产褥期", "pregnancy, childbirth and the puerperium"),
  PERINATAL("P00-P96", "起源于围生期的情况", "conditions of the perinatal period"),
  CONGENITAL("Q00-Q99", "先天畸形和染色体异常", "congenital malformations"),
  SYMPTOMS("R00-R99", "症状、体征和检验异常", "symptoms, signs and abnormal findings"),
  INJURY("S00-T98", "损伤、中毒和外因的后果", "injury and poisoning"),
  EXTERNAL("V01-Y98", "疾病和死亡的外因", "external causes"),
  FACTORS("Z00-Z99", "影响健康状态的因素", "factors influencing health status"),
  SPECIAL("U00-U99", "特殊目的编码", "codes for special purposes"),
  MORPHOLOGY("M8000-M9989", "肿瘤形态学", "morphology of neoplasms");

  private static final List<Icd10Chapters> ALL = List.of(values());

  private final String range;
  private final String zh;
  private final String en;

  Icd10Chapters(String range, String zh, String en) {
    this.range = range;
    this.zh = zh;
    this.en = en;
  }

  /** The first and last category, {@code A00-B99}. */
  public String range() {
    return range;
  }

  /** A short name in Chinese. */
  public String zh() {
    return zh;
  }

  /** A short name in English. */
  public String en() {
    return en;
  }

  /** The chapter of a code that begins with a category. */
  public static Optional<Icd10Chapters> of(String code) {
    String category = code.substring(0, 3);
    for (Icd10Chapters chapter : ALL) {
      if (chapter != MORPHOLOGY
          && category.compareTo(chapter.range.substring(0, 3)) >= 0
          && category.compareTo(chapter.range.substring(4)) <= 0) {
        return Optional.of(chapter);
      }
    }
    return Optional.empty();
  }

  /** The chapter of a range. */
  public static Optional<Icd10Chapters> named(String range) {
    return ALL.stream().filter(c -> c.range.equals(range)).findFirst();
  }
}
