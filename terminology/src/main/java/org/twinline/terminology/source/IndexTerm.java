package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.text.Normalise;

/**
 * What one line of a printed index says, without its code.
 *
 * @param main whether it can stand alone: an operation or disease whose English is capitalised
 * @param zh forms of the term in Chinese, the first one to be used where only one is; empty where
 *     it cannot be part of a composed name
 * @param en forms in English, likewise
 * @param see what the line points to, empty where it points nowhere
 */
record IndexTerm(Role role, boolean main, List<String> zh, List<String> en, String see) {
  /** What a term does in a name. */
  enum Role {
    /** Stands in the name. */
    TERM,
    /** Says that nothing more is known ({@code unspecified site}): the name is that above it. */
    UNSPECIFIED,
    /** Says that it is none of the others ({@code specified NEC}): no name at all. */
    OTHER
  }

  private static final Pattern SEE =
      Pattern.compile("\\s*(?:[-\u2013\u2014一]+\\s*(?:另?见|现译名)|另?见(?=亚目))\\s*(.*)$");
  private static final Pattern SEE_EN =
      Pattern.compile("\\s*[-\u2013\u2014]*\\s*\\b(?:see|code|omit code)\\b.*$");
  private static final Pattern NOTE =
      Pattern.compile("\\s*[-\u2013\u2014一]?\\s*(?:编码于|作为.*编码|按.*编码|省略编码|编码到).*$");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern BLANK_BESIDE_HAN =
      Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final Pattern MODIFIER = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern NEC = Pattern.compile("\\s*(?:NEC|NOS)\\s*|\\s*[#◇†]\\s*");
  private static final Pattern EPONYM = Pattern.compile("(\\p{IsHan})[-·](\\p{IsHan})(.*)");
  private static final Pattern LEFT_OVER = Pattern.compile("[\\[\\]()，,;；:：]|Note|\\s\\.");
  private static final Pattern EITHER =
      Pattern.compile("(.*?)(NOUNS)或(NOUNS)".replace("NOUNS", "病|综合征|现象|反应|手术|试验|硬化|发育不全|征"));
  private static final String KEPT = "腺体骨突炎性膜管道瓣脏";
  private static final int MAX_ENGLISH = 60;
  private static final Pattern OTHER_ZH =
      Pattern.compile("(?:其他(?:的|特指的?)?|特指(?:的|类型|部位|疾病)*|按(?:部位|类型)|多处部位)");
  private static final Pattern UNSPECIFIED_ZH = Pattern.compile("未特指(?:的|部位|类型)*");

  /**
   * Reads the two texts of a line.
   *
   * @param first whether it is a main term by its place
   */
  static IndexTerm of(String chinese, String english, boolean first) {
    String zh = plain(chinese);
    String see = "";
    Matcher points = SEE.matcher(zh);
    if ((zh.indexOf('见') >= 0 || zh.indexOf('译') >= 0) && points.find()) {
      see = MODIFIER.matcher(points.group(1)).replaceAll("").strip();
      zh = zh.substring(0, points.start());
    }
    zh = zh.contains("编码") ? NOTE.matcher(zh).replaceFirst("") : zh;
    String bare = withoutNec(dropped(zh), "");
    Role role =
        OTHER_ZH.matcher(bare).matches()
            ? Role.OTHER
            : UNSPECIFIED_ZH.matcher(bare).matches() ? Role.UNSPECIFIED : Role.TERM;
    boolean inverted = inverted(bare, first);
    List<String> forms = chinese(zh, first);
    boolean main =
        !english.isEmpty()
            && Character.isUpperCase(english.charAt(0))
            && !forms.isEmpty()
            && IndexName.condition(forms.get(0));
    return new IndexTerm(role, main, forms, english(plain(english), inverted), see);
  }

  /** Brackets, commas and dashes in their ASCII form. */
  private static String plain(String text) {
    return text.replace('（', '(')
        .replace('）', ')')
        .replace('［', '[')
        .replace('］', ']')
        .replace('【', '[')
        .replace('】', ']')
        .replace('，', ',')
        .replace('、', ',')
        .strip();
  }

  private static String dropped(String text) {
    String rest = text.indexOf('[') < 0 ? text : BRACKETED.matcher(text).replaceAll("");
    return rest.indexOf('(') < 0 ? rest.strip() : MODIFIER.matcher(rest).replaceAll("").strip();
  }

  private static String withoutNec(String text, String instead) {
    boolean marked = text.chars().anyMatch(c -> c == 'N' || c == '#' || c == '◇' || c == '†');
    return marked ? NEC.matcher(text).replaceAll(instead) : text;
  }

  private static String[] parts(String text) {
    return text.indexOf(',') < 0 ? new String[] {text} : COMMA.split(text);
  }

  private static List<String> chinese(String text, boolean first) {
    List<String> forms = new ArrayList<>();
    String bare = text.indexOf('[') < 0 ? text : BRACKETED.matcher(text).replaceAll("");
    for (String term : forms(cleared(bare), first)) {
      add(term, forms);
    }
    if (bare.equals(text)) {
      return forms;
    }
    Matcher synonyms = BRACKETED.matcher(text);
    while (synonyms.find()) {
      String synonym = cleared(synonyms.group(1));
      String full = forms.isEmpty() ? "" : eponym(forms.get(0), synonym);
      if (!full.isEmpty()) {
        add(full, forms);
      } else if (synonym.indexOf('-') < 0) {
        forms(synonym, first).forEach(form -> add(form, forms));
      }
    }
    return forms;
  }

  /** Takes a form that has no punctuation left and some Chinese in it. */
  private static void add(String form, List<String> forms) {
    if (!form.isEmpty()
        && form.codePoints().anyMatch(Normalise::isHan)
        && !LEFT_OVER.matcher(form).find()
        && !forms.contains(form)) {
      forms.add(form);
    }
  }

  /**
   * Without modifiers that may be there or not; one of a single character that ends a word, as in
   * 甲状(腺), belongs to it.
   */
  private static String cleared(String text) {
    StringBuilder out = new StringBuilder();
    Matcher modifier = MODIFIER.matcher(text);
    while (modifier.find()) {
      boolean part =
          modifier.group(1).length() == 1
              && modifier.start() > 0
              && KEPT.contains(modifier.group(1));
      modifier.appendReplacement(out, part ? modifier.group(1) : "");
    }
    modifier.appendTail(out);
    String bare = withoutNec(out.toString(), " ").strip();
    return bare.indexOf(' ') < 0 ? bare : BLANK_BESIDE_HAN.matcher(bare).replaceAll("");
  }

  /** Whether commas set modifiers behind: 休克,过敏性, not 成形术,修补术 or 肿瘤,肿瘤性. */
  private static boolean inverted(String text, boolean first) {
    String[] parts = parts(text);
    for (int i = 1; i < parts.length; i++) {
      boolean form = parts[i].isEmpty() || alike(parts[0], parts[i]);
      boolean modifies = !first || IndexName.adjective(parts[i]) || IndexName.suffix(parts[i]);
      if (!form && modifies) {
        return true;
      }
    }
    return false;
  }

  /** Whether two texts are forms of one word: they begin alike, or end in the same noun. */
  private static boolean alike(String a, String b) {
    return a.isEmpty()
        || b.isEmpty()
        || a.charAt(0) == b.charAt(0)
        || (a.charAt(a.length() - 1) == b.charAt(b.length() - 1) && IndexName.condition(a));
  }

  /**
   * The forms that commas separate: 休克,过敏性 is 过敏性休克; of 肿瘤,肿瘤性 the shorter one is taken, and
   * 成形术,修补术 are two names.
   */
  private static List<String> forms(String text, boolean first) {
    String[] parts = parts(text);
    if (parts[0].isEmpty()) {
      return List.of();
    }
    List<String> forms = new ArrayList<>(List.of(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i];
      String head = forms.get(0);
      if (part.isEmpty()) {
        continue;
      }
      if (part.charAt(0) == head.charAt(0)) {
        forms.set(0, part.length() < head.length() ? part : head);
      } else if (IndexName.suffix(part)) {
        forms.replaceAll(form -> form + part);
      } else if (alike(head, part)) {
        forms.add(part);
      } else if (!first || IndexName.adjective(part)) {
        forms.replaceAll(form -> IndexName.bare(part) + form);
      }
    }
    List<String> all = new ArrayList<>();
    for (String form : forms) {
      Matcher either = EITHER.matcher(form);
      if (form.indexOf('或') > 0 && either.matches()) {
        all.add(either.group(1) + either.group(2));
        all.add(either.group(1) + either.group(3));
      } else {
        all.add(form);
      }
    }
    return all;
  }

  /** 阿-德综合征 with the full names 阿乌马达-德尔卡斯蒂洛; empty where they do not fit. */
  private static String eponym(String term, String names) {
    Matcher brief = EPONYM.matcher(term);
    int dash = names.indexOf('-');
    return brief.matches()
            && dash > 1
            && names.startsWith(brief.group(1))
            && names.substring(dash + 1).startsWith(brief.group(2))
            && names.indexOf('-', dash + 1) < 0
        ? names + brief.group(3)
        : "";
  }

  /**
   * English forms: commas separate alternatives, but where the Chinese text is inverted they do so
   * here.
   */
  private static List<String> english(String text, boolean inverted) {
    List<String> forms = new ArrayList<>();
    String term = dropped(text);
    term =
        term.contains("see") || term.contains("code")
            ? SEE_EN.matcher(term).replaceFirst("")
            : term;
    term = BLANKS.matcher(withoutNec(term, " ")).replaceAll(" ").strip();
    if (term.isEmpty()
        || term.startsWith(",")
        || term.length() > MAX_ENGLISH
        || term.indexOf('(') >= 0
        || term.codePoints().anyMatch(Normalise::isHan)) {
      return forms;
    }
    String[] parts = parts(term);
    boolean lower = false;
    for (int i = 1; i < parts.length; i++) {
      lower |=
          !parts[i].isEmpty()
              && Character.isUpperCase(parts[0].charAt(0))
              && Character.isLowerCase(parts[i].charAt(0))
              && !sameStem(parts[i], parts[0]);
    }
    if ((inverted || lower) && parts.length > 1) {
      List<String> words = new ArrayList<>();
      for (String part : parts) {
        boolean same = !words.isEmpty() && sameStem(part, parts[0]);
        if (!part.isEmpty() && !same) {
          words.add(IndexName.connecting(part) ? words.size() : 0, part);
        }
      }
      String joined = String.join(" ", words);
      if (!LEFT_OVER.matcher(joined).find()) {
        forms.add(joined);
      }
    } else {
      for (String part : parts) {
        if (!part.isEmpty() && !LEFT_OVER.matcher(part).find() && forms.size() < 3) {
          forms.add(part);
        }
      }
    }
    return forms;
  }

  private static boolean sameStem(String a, String b) {
    int length = Math.min(4, Math.min(a.length(), b.length()));
    return a.regionMatches(true, 0, b, 0, length);
  }
}
