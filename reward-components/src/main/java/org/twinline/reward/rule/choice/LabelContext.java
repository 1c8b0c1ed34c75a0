package org.twinline.reward.rule.choice;

import java.util.Locale;
import java.util.Set;

/** Whether a letter stands where a label can stand: {@code 维生素A} and "a patient" hold none. */
final class LabelContext {
  private static final String ZH_BEFORE = "选项案是为非除了而和与及或跟故此以即上则有仅应填定由剩余下到成改对入择认比较将把于不第含加过但许能";
  private static final String ZH_AFTER =
      "啦吧呢啊咯哦呀了项选正错对不是为均都皆全符可也及与和或跟而因更最才虽则同仅只描说所属中被应能没有表叙当并即亦就存违太过这那其但与比说答的无未非显明看来两三四五";
  private static final Set<String> EN_BEFORE =
      words(
          "possibly perhaps maybe also answer's choice's reflection balance consideration is are be was option options choice choices answer answers choose chose pick "
              + "select selected not nor neither either both than of with to out exclude excludes "
              + "excluding eliminate eliminates eliminating leaving leaves leave left thus so "
              + "therefore hence and or but letter as why that because only say for on rejecting "
              + "reject discard unlike while whereas although though since if correct wrong "
              + "incorrect right final then instead actually yes no wait namely i.e between by it's "
              + "that's like except favor favors favours prefer best my would mean meant mark "
              + "marked circle picked choosing selecting over cross off dismiss into makes make "
              + "means just definitely probably likely clearly solution response key verdict "
              + "conclusion pointing at from alternative item statement statements items");
  private static final Set<String> EN_AFTER =
      words(
          "the apply applies hold holds comes is are was were and or nor but because since as due which that not rather for "
              + "given would should can could cannot can't isn't aren't does doesn't do don't has "
              + "have fits fit matches match seems seem appears describes refers represents remains "
              + "remain makes make best correct incorrect wrong right true false with also here if "
              + "in instead over will must may might looks contradicts explains by too then on to "
              + "though although while whereas so alone only both together they it all wins option "
              + "choice being stands ruled out after based this actually unlikely likely therefore "
              + "hence thus when who where captures satisfies says states gives works misses fails");

  private LabelContext() {}

  private static Set<String> words(String blanks) {
    return Set.of(blanks.split(" "));
  }

  /** Whether a label may follow the English word. */
  static boolean leads(String word) {
    return EN_BEFORE.contains(word);
  }

  /** Whether the English word may follow a label. */
  static boolean follows(String word) {
    return EN_AFTER.contains(word);
  }

  static String wordBefore(String text, int end) {
    int from = end;
    while (from > 0
        && end - from < 16
        && (Prepared.word(text.charAt(from - 1))
            || text.charAt(from - 1) == '\''
            || text.charAt(from - 1) == '’')) {
      from--;
    }
    return text.substring(from, end).replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  static String wordAfter(String text, int start) {
    int to = start;
    while (to < text.length()
        && to - start < 16
        && (Prepared.word(text.charAt(to)) || text.charAt(to) == '\'' || text.charAt(to) == '’')) {
      to++;
    }
    return text.substring(start, to).replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  private static boolean opener(char c) {
    return " \t([{<（【「『“\"‘'*#•>=".indexOf(c) >= 0;
  }

  /** Whether what stands before a label allows it. */
  static boolean before(String text, int start) {
    int at = start;
    boolean blank = false;
    while (at > 0 && opener(text.charAt(at - 1))) {
      at--;
      blank = true;
    }
    if (at == 0) {
      return true;
    }
    char c = text.charAt(at - 1);
    if (Signs.sign(c) || c == '\n') {
      return true;
    }
    if (Prepared.word(c)) {
      return blank && (leads(wordBefore(text, at)) || bracketed(text, at, start));
    }
    if (Prepared.ideograph(c)) {
      return ZH_BEFORE.indexOf(c) >= 0 || bracketed(text, at, start);
    }
    boolean hyphen = (c == '-' || c == '/' || c == '+' || c == '\'' || c == '’') && !blank;
    return !hyphen || at == 1 || !Prepared.word(text.charAt(at - 2)) || c == '/';
  }

  private static boolean bracketed(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("([{<（【「『“\"‘".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what follows a label allows it.
   *
   * @param first whether the label opens its line
   */
  static boolean after(String text, int end, boolean first) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    if (Signs.sign(c) || c == '\n') {
      return true;
    }
    if (Prepared.ideograph(c)) {
      return ZH_AFTER.indexOf(c) >= 0;
    }
    if (Prepared.word(c) || c == '%' || c == '°') {
      return false;
    }
    char next = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    if (c == '.' || c == '-' || c == '\'' || c == '’' || c == '+' || c == '/' || c == '–') {
      boolean cut = c != '.' && Prepared.word(next);
      boolean decimal = c == '.' && Prepared.digit(next);
      return !cut && !decimal && !genus(text, c, end);
    }
    if (c != ' ') {
      return true;
    }
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at == text.length()) {
      return true;
    }
    char further = text.charAt(at);
    if (Prepared.word(further)) {
      return EN_AFTER.contains(wordAfter(text, at))
          || (first && (Character.isUpperCase(further) || Prepared.digit(further)));
    }
    return !Prepared.ideograph(further) || first || ZH_AFTER.indexOf(further) >= 0;
  }

  /** "E. coli": a full stop, then a word in lower case that is no function word. */
  private static boolean genus(String text, char c, int at) {
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return c == '.'
        && next < text.length()
        && text.charAt(next) >= 'a'
        && text.charAt(next) <= 'z'
        && !EN_AFTER.contains(wordAfter(text, next))
        && !leads(wordAfter(text, next))
        && wordAfter(text, next).length() > 3;
  }
}
