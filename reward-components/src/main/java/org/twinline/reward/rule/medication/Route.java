package org.twinline.reward.rule.medication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ways of giving a drug, by the words for them; the first that a text names counts. */
enum Route {
  TUBE("鼻饲|胃管|\\bng\\b|nasogastric"),
  ORAL("口服|内服|冲服|嚼服|含服(?!舌)|吞服|\\bpo\\b|p\\.o|\\boral|by mouth|per os"),
  INTRAVENOUS("静脉|静滴|静注|静推|输注|\\bi\\.?v|intravenous"),
  INTRAMUSCULAR("肌注|肌内|肌肉|\\bi\\.?m\\b|intramuscular"),
  INTRADERMAL("皮内|\\bid\\b|intradermal"),
  SUBCUTANEOUS("皮下|\\bs\\.?c\\b|\\bsq\\b|\\bih\\b|subq|subcut"),
  SUBLINGUAL("舌下|\\bsl\\b|sublingual"),
  INTRATHECAL("鞘内|intrathecal"),
  INHALED("吸入|雾化|inhal|nebuli|\\bneb"),
  EYE("滴眼|眼用|点眼|眼部|ophthalm|\\beye|intraocular"),
  EAR("滴耳|耳用|\\botic|\\bear"),
  NASAL("滴鼻|喷鼻|鼻用|鼻腔|鼻喷|nasal"),
  RECTAL("直肠|灌肠|纳肛|塞肛|rectal|\\bpr\\b"),
  VAGINAL("阴道|vaginal|\\bpv\\b"),
  TOPICAL("外用|涂|搽|敷|贴|topical|transdermal|cutaneous");

  private static final List<Route> ALL = List.of(values());

  private final Pattern words;

  Route(String words) {
    this.words = Pattern.compile(words);
  }

  static Optional<Route> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(route -> route.words.matcher(lower).find()).findFirst();
  }
}
